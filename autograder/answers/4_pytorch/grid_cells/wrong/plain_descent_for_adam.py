# diagnosis: not_adam
# points: 2.25
grid_linear = LinearModel(**grid.arrays)
grid_linear.fit()
grid_by_hand = NetworkByHand(**grid.arrays)
grid_by_hand.fit(by_hand_epochs)
grid_pytorch = TorchNetwork(**grid.arrays)
grid_pytorch.fit(torch_epochs)
grid_errors = {
    "linear": error(grid_linear.forward(grid.X_test), grid.Y_test),
    "by_hand": error(grid_by_hand.forward(grid.X_test), grid.Y_test),
    "pytorch": error(grid_pytorch.forward(grid.X_test), grid.Y_test),
}
