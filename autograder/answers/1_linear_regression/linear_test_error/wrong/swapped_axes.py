# diagnosis: raised
linear_model = LinearModel(session.X_train.T, session.Y_train.T, session.X_test.T, session.Y_test.T)
linear_model.fit()
