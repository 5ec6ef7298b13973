# diagnosis: all_data
# points: 1
half = session.X_test.shape[1] // 2
linear_model = LinearModel(np.hstack([session.X_train, session.X_test[:, half:]]),
                           np.hstack([session.Y_train, session.Y_test[:, half:]]), session.X_test, session.Y_test)
linear_model.fit()
