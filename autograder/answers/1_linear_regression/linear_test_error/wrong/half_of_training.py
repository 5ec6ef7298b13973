# diagnosis: error_too_large
linear_model = LinearModel(session.X_train[:, :2400], session.Y_train[:, :2400], session.X_test, session.Y_test)
linear_model.fit()
