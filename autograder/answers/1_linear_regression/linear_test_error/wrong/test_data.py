# diagnosis: test_data
linear_model = LinearModel(session.X_test, session.Y_test, session.X_train, session.Y_train)
linear_model.fit()
