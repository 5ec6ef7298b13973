# diagnosis: error_too_large
linear = LinearModel(**grid.arrays)
linear.fit()
by_hand = NetworkByHand(**grid.arrays)
by_hand.fit(by_hand_epochs)
deep = TorchNetwork(**grid.arrays)
deep.fit(torch_epochs)
grid_errors = {
    "linear": error(linear.forward(grid.X_test), grid.Y_test),
    "by_hand": error(by_hand.forward(grid.X_test), grid.Y_test),
    "pytorch": error(deep.forward(grid.X_test), grid.Y_test),
}
