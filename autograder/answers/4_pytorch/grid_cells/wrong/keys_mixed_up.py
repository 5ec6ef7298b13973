# diagnosis: error_of_pytorch
torch.manual_seed(1)
np.random.seed(1)

grid_linear = LinearModel(**grid.arrays)
grid_linear.fit()
grid_by_hand = NetworkByHand(**grid.arrays)
grid_by_hand.fit(by_hand_epochs)
grid_pytorch = TorchNetwork(**grid.arrays)
train_with_adam(grid_pytorch, torch_epochs, batch_frac)
models = {"linear": grid_linear, "pytorch": grid_by_hand, "by_hand": grid_pytorch}
grid_errors = {key: error(model.forward(grid.X_test), grid.Y_test) for key, model in models.items()}
