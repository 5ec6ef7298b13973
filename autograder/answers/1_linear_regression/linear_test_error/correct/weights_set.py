linear_model = LinearModel(**session.arrays)
X, Y = session.X_train, session.Y_train
linear_model.W = np.linalg.solve(X @ X.T, X @ Y.T).T
