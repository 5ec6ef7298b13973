# diagnosis: loss
grid_linear = LinearModel(**grid.arrays)
grid_linear.fit()
grid_by_hand = NetworkByHand(**grid.arrays)
grid_by_hand.fit(by_hand_epochs)
grid_pytorch = TorchNetwork(**grid.arrays)
train_with_adam(grid_pytorch, torch_epochs, batch_frac)
def mean_square(P, Y):
    return float(np.mean(np.sum((P - Y) ** 2, axis=0)))


grid_errors = {
    "linear": mean_square(grid_linear.forward(grid.X_test), grid.Y_test),
    "by_hand": mean_square(grid_by_hand.forward(grid.X_test), grid.Y_test),
    "pytorch": mean_square(grid_pytorch.forward(grid.X_test), grid.Y_test),
}
