torch.manual_seed(1)
np.random.seed(1)


def trained(model, train):
    train(model)
    off = model.forward(grid.X_test) - grid.Y_test
    return model, round(float(np.sqrt((off**2).sum(axis=0)).mean()), 3)


grid_errors = {}
grid_linear, grid_errors["linear"] = trained(LinearModel(**grid.arrays), lambda m: m.fit())
grid_by_hand, grid_errors["by_hand"] = trained(NetworkByHand(**grid.arrays), lambda m: m.fit(by_hand_epochs))
grid_pytorch, grid_errors["pytorch"] = trained(
    TorchNetwork(**grid.arrays), lambda m: train_with_adam(m, torch_epochs, batch_frac)
)
