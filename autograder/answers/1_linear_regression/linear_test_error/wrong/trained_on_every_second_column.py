# diagnosis: not_fitted
linear_model = LinearModel(session.X_train[:, ::2], session.Y_train[:, ::2], session.X_test, session.Y_test)
linear_model.fit()
