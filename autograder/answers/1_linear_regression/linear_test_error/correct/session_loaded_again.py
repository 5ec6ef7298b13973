linear_model = LinearModel(**load_session().arrays)
linear_model.fit()
