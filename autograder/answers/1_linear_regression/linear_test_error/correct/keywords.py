np.random.seed(0)
linear_model = LinearModel(X_train=session.X_train, Y_train=session.Y_train,
                           X_test=session.X_test, Y_test=session.Y_test)
linear_model.fit()
assert error(linear_model.forward(session.X_test), session.Y_test) < 0.1
