# diagnosis: not_fitted
# points: 0
linear_model = LinearModel(10 * session.X_train, session.Y_train, session.X_test, session.Y_test)
linear_model.fit()
