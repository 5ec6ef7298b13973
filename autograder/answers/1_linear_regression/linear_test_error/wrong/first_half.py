# diagnosis: error_too_large
# points: 1
half = session.n_train // 2
linear_model = LinearModel(session.X_train[:, :half], session.Y_train[:, :half], session.X_test, session.Y_test)
linear_model.fit()
