# diagnosis: not_defined
first = LinearModel(**grid.arrays)
first.fit()
second = NetworkByHand(**grid.arrays)
second.fit(by_hand_epochs)
third = TorchNetwork(**grid.arrays)
train_with_adam(third, torch_epochs, batch_frac)
grid_errors = {
    "linear": error(first.forward(grid.X_test), grid.Y_test),
    "by_hand": error(second.forward(grid.X_test), grid.Y_test),
    "pytorch": error(third.forward(grid.X_test), grid.Y_test),
}
