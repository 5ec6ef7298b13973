# diagnosis: not_fitted
linear_model = LinearModel(session.X_train[:, ::10], session.Y_train[:, ::10], session.X_test, session.Y_test)
linear_model.fit()
