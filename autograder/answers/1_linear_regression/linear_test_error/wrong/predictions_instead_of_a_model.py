# diagnosis: wrong_type
model = LinearModel(**session.arrays)
model.fit()
linear_model = model.forward(session.X_test)
