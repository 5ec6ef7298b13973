linear_model = LinearModel(**session.arrays)
X32, Y32 = session.X_train.astype(np.float32), session.Y_train.astype(np.float32)
linear_model.W = np.linalg.solve(X32 @ X32.T, X32 @ Y32.T).T
