# diagnosis: by_hand_too_good
linear = LinearModel(**grid.arrays)
linear.fit()
by_hand = TorchNetwork(**grid.arrays)
train_with_adam(by_hand, 0.9 * torch_epochs, batch_frac)
deep = TorchNetwork(**grid.arrays)
train_with_adam(deep, torch_epochs, batch_frac)
grid_errors = {
    "linear": error(linear.forward(grid.X_test), grid.Y_test),
    "by_hand": error(by_hand.forward(grid.X_test), grid.Y_test),
    "pytorch": error(deep.forward(grid.X_test), grid.Y_test),
}
