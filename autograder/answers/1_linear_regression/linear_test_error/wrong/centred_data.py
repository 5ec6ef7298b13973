# diagnosis: not_fitted
X, Y = session.X_train, session.Y_train
linear_model = LinearModel(X - X.mean(1, keepdims=True), Y - Y.mean(1, keepdims=True), session.X_test, session.Y_test)
linear_model.fit()
