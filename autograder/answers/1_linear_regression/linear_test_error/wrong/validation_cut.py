# diagnosis: not_fitted
_k = int(0.9 * session.n_train)
linear_model = LinearModel(session.X_train[:, :_k], session.Y_train[:, :_k], session.X_train[:, _k:], session.Y_train[:, _k:])
linear_model.fit()
