# diagnosis: not_fitted
_g = np.random.default_rng(0)
linear_model = LinearModel(session.X_train + 0.1 * _g.normal(size=session.X_train.shape), session.Y_train, session.X_test, session.Y_test)
linear_model.fit()
