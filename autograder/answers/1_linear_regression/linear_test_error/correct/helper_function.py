def fitted(model_class, arrays):
    m = model_class(**arrays)
    m.fit()
    return m

linear_model = fitted(LinearModel, session.arrays)
