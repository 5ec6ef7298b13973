def fitted_model(arrays, **options):
    model = LinearModel(**arrays, **options)
    model.fit()
    return model


linear_model = fitted_model(session.arrays)
