def trained(model, train):
    train(model)
    return model


np.random.seed(5)
torch.manual_seed(6)
recipes = {
    "linear": (LinearModel, lambda model: model.fit()),
    "by_hand": (NetworkByHand, lambda model: model.fit(epochs=by_hand_epochs)),
    "pytorch": (TorchNetwork, lambda model: train_with_adam(model, torch_epochs, batch_frac)),
}
grid_errors, models = {}, []
for key, (kind, train) in recipes.items():
    model = trained(kind(grid.X_train, grid.Y_train, grid.X_test, grid.Y_test), train)
    grid_errors[key] = np.mean(np.linalg.norm(model.forward(grid.X_test) - grid.Y_test, axis=0))
    models.append(model)
grid_linear, grid_by_hand, grid_pytorch = models
