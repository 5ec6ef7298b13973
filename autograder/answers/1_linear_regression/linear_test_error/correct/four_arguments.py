linear_model = LinearModel(session.X_train, session.Y_train, session.X_test, session.Y_test, use_bias=False)
linear_model.fit()
print("test error:", 100 * error(linear_model.forward(session.X_test), session.Y_test), "cm")
