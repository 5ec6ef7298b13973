# diagnosis: is_none
linear_model = LinearModel(**session.arrays)
linear_model = linear_model.fit()
