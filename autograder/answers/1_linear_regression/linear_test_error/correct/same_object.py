linear_model = untrained
linear_model.fit()
