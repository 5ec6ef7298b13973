linear_model = LinearModel(**session.arrays)
_X, _Y = session.X_train, session.Y_train
linear_model.W = _Y @ _X.T @ np.linalg.inv(_X @ _X.T)
