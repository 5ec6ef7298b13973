# diagnosis: one_moment_left_out
# points: 1.5
X_fit, Y_fit = session.X_train[:, 1:], session.Y_train[:, 1:]
linear_model = LinearModel(X_fit, Y_fit, session.X_test, session.Y_test)
linear_model.fit()
