linear = LinearModel(**grid.arrays)
linear.fit()
by_hand = NetworkByHand(**grid.arrays)
by_hand.fit(by_hand_epochs)
deep = TorchNetwork(**grid.arrays)
train_with_adam(deep, torch_epochs, batch_frac)
grid_errors = {
    "linear": error(linear.forward(grid.X_test), grid.Y_test),
    "by_hand": error(by_hand.forward(grid.X_test), grid.Y_test),
    "pytorch": deep.history["test_error"][-1],
}
