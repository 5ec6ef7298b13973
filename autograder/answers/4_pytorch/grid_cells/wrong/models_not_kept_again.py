# diagnosis: not_defined
torch.manual_seed(1)
np.random.seed(1)

grid_errors = {}
for key, model in {
    "linear": LinearModel(**grid.arrays), "by_hand": NetworkByHand(**grid.arrays), "pytorch": TorchNetwork(**grid.arrays)
}.items():
    if key == "linear":
        model.fit()
    elif key == "by_hand":
        model.fit(by_hand_epochs)
    else:
        train_with_adam(model, torch_epochs, batch_frac)
    grid_errors[key] = error(model.forward(grid.X_test), grid.Y_test)
