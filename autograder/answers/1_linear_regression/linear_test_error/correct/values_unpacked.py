linear_model = LinearModel(*session.arrays.values())
fit(linear_model)
