# diagnosis: of_something_else
# points: 2.25
grid_linear, grid_by_hand, grid_pytorch = (
    make(**grid.arrays) for make in (LinearModel, NetworkByHand, TorchNetwork)
)
grid_linear.fit()
grid_by_hand.fit(by_hand_epochs)
grid_errors = {
    "linear": error(grid_linear.forward(grid.X_test), grid.Y_test),
    "by_hand": error(grid_by_hand.forward(grid.X_test), grid.Y_test),
    "pytorch": error(grid_pytorch.forward(grid.X_test), grid.Y_test),
}
train_with_adam(grid_pytorch, torch_epochs, batch_frac)
