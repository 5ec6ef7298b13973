linear_model = LinearModel(**session.arrays)
linear_model.fit()
