order = np.random.permutation(session.X_train.shape[1])
linear_model = LinearModel(session.X_train[:, order], session.Y_train[:, order], session.X_test, session.Y_test)
linear_model.fit()
