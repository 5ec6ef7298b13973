s = load_session("place")
data = {k: np.array(v) for k, v in s.arrays.items()}
linear_model = LinearModel(**data)
LinearModel.fit(linear_model)
linear_model.plot_testing_performance();
