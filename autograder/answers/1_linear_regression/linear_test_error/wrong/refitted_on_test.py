# diagnosis: test_data
linear_model = LinearModel(**session.arrays)
linear_model.fit()
linear_model.X_train, linear_model.Y_train = linear_model.X_test, linear_model.Y_test
linear_model.fit()
