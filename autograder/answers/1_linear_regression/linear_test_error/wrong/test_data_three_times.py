# diagnosis: all_data
# points: 1
linear_model = LinearModel(np.hstack([session.X_train] + 3 * [session.X_test]),
                           np.hstack([session.Y_train] + 3 * [session.Y_test]), session.X_test, session.Y_test)
linear_model.fit()
