# diagnosis: wrong_type
linear_model = LinearModel(**session.arrays)
linear_model.fit()
linear_model = error(linear_model.forward(session.X_test), session.Y_test)
