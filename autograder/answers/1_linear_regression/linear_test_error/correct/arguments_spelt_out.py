linear_model = LinearModel(
    X_train=session.X_train, Y_train=session.Y_train, X_test=session.X_test, Y_test=session.Y_test, use_bias=False
)
linear_model.fit()
