# diagnosis: fitted_to_all
torch.manual_seed(1)
np.random.seed(1)

everything = {**grid.arrays, "X_train": grid.X, "Y_train": grid.Y}
grid_linear = LinearModel(**everything)
grid_linear.fit()
grid_by_hand = NetworkByHand(**everything)
grid_by_hand.fit(by_hand_epochs)
grid_pytorch = TorchNetwork(**everything)
train_with_adam(grid_pytorch, torch_epochs, batch_frac)
grid_errors = {
    "linear": error(grid_linear.forward(grid.X_test), grid.Y_test),
    "by_hand": error(grid_by_hand.forward(grid.X_test), grid.Y_test),
    "pytorch": error(grid_pytorch.forward(grid.X_test), grid.Y_test),
}
