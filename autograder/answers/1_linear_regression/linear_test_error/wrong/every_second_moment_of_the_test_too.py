# diagnosis: all_data
# points: 1
linear_model = LinearModel(np.hstack([session.X_train, session.X_test[:, ::2]]),
                           np.hstack([session.Y_train, session.Y_test[:, ::2]]), session.X_test, session.Y_test)
linear_model.fit()
