# diagnosis: not_fitted
linear_model = LinearModel(session.X_train[:, :-1], session.Y_train[:, 1:], session.X_test, session.Y_test)
linear_model.fit()
