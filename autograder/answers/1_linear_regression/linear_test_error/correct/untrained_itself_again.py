untrained.fit()
linear_model = untrained
