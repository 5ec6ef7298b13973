# diagnosis: not_fitted
linear_model = LinearModel(session.X_train[:, ::5], session.Y_train[:, ::5], session.X_test, session.Y_test)
linear_model.fit()
