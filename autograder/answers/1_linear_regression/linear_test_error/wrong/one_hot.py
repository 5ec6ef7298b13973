# diagnosis: raised
linear_model = LinearModel(**load_session("one_hot").arrays)
linear_model.fit()
