linear_model = LinearModel(**load_session("place").arrays)
linear_model.fit()
linear_model.plot_testing_performance(title="Fitted")
plt.close("all")
