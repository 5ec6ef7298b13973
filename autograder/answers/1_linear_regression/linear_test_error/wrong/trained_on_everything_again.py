# diagnosis: all_data
linear_model = LinearModel(session.X, session.Y, session.X_test, session.Y_test)
linear_model.fit()
