def make_fitted_model(arrays):
    m = LinearModel(**arrays)
    m.fit()
    return m

linear_model = make_fitted_model(session.arrays)
