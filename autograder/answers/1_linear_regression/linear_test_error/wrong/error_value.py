# diagnosis: wrong_type
model = LinearModel(**session.arrays)
model.fit()
linear_model = error(model.forward(session.X_test), session.Y_test)
