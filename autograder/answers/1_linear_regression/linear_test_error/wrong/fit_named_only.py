# diagnosis: not_fitted
# points: 1
linear_model = LinearModel(session.X_train, session.Y_train, session.X_test, session.Y_test)
linear_model.fit  # now it is fitted
error(linear_model.forward(session.X_test), session.Y_test)
