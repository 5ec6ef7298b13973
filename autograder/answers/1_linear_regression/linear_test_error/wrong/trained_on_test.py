# diagnosis: test_data
linear_model = LinearModel(session.X_test, session.Y_test, session.X_test, session.Y_test)
linear_model.fit()
