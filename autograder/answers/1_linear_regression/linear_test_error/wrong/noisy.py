# diagnosis: error_too_large
rng = np.random.default_rng(0)
Y_noisy = session.Y_train + rng.normal(0, 0.3, size=session.Y_train.shape)
linear_model = LinearModel(session.X_train, Y_noisy, session.X_test, session.Y_test)
linear_model.fit()
