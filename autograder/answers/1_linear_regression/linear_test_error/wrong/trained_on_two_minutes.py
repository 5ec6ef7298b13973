# diagnosis: error_too_large
linear_model = LinearModel(session.X_train[:, :1200], session.Y_train[:, :1200], session.X_test, session.Y_test)
linear_model.fit()
