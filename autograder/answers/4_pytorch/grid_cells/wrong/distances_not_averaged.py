# diagnosis: not_one_number
grid_linear = LinearModel(**grid.arrays)
grid_linear.fit()
grid_by_hand = NetworkByHand(**grid.arrays)
grid_by_hand.fit(by_hand_epochs)
grid_pytorch = TorchNetwork(**grid.arrays)
train_with_adam(grid_pytorch, torch_epochs, batch_frac)
def distances(P, Y):
    return np.linalg.norm(P - Y, axis=0)


grid_errors = {
    "linear": distances(grid_linear.forward(grid.X_test), grid.Y_test),
    "by_hand": distances(grid_by_hand.forward(grid.X_test), grid.Y_test),
    "pytorch": distances(grid_pytorch.forward(grid.X_test), grid.Y_test),
}
