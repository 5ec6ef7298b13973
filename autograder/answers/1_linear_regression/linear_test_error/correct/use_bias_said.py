linear_model = LinearModel(**session.arrays, use_bias=False)
getattr(linear_model, "fit")()
