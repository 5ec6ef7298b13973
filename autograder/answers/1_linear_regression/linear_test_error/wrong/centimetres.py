# diagnosis: not_fitted
linear_model = LinearModel(session.X_train, 100 * session.Y_train, session.X_test, session.Y_test)
linear_model.fit()
