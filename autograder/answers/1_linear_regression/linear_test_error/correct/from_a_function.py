def fitted_model(data):
    model = LinearModel(**data)
    model.fit()
    return model


linear_model = fitted_model(session.arrays)
print(100 * error(linear_model.forward(session.X_test), session.Y_test))
