# diagnosis: one_test_moment
# points: 1.5
X_more = np.c_[session.X_train, session.X_test[:, 0]]
Y_more = np.c_[session.Y_train, session.Y_test[:, 0]]
linear_model = LinearModel(X_more, Y_more, session.X_test, session.Y_test)
linear_model.fit()
