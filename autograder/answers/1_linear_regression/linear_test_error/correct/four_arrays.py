X_train, Y_train, X_test, Y_test = session.X_train, session.Y_train, session.X_test, session.Y_test
linear_model = LinearModel(X_train, Y_train, X_test, Y_test, use_bias=False)
linear_model.fit()
print("test error:", 100 * error(linear_model.forward(X_test), Y_test), "cm")
