models = {"linear": LinearModel(**session.arrays)}
for model in models.values():
    model.fit()
linear_model = models["linear"]
assert linear_model.forward(session.X_test).shape == session.Y_test.shape
