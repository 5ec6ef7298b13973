# diagnosis: error_too_large
# points: 1
linear_model = LinearModel(**session.arrays)
linear_model.fit
linear_model.fit()
linear_model.W = np.round(linear_model.W, 1)
