linear_model = LinearModel(session.X_train, session.Y_train, session.X_test, session.Y_test)
linear_model.fit()
