# diagnosis: of_something_else
grid_linear = LinearModel(**grid.arrays)
grid_linear.fit()
ones = lambda X: np.vstack([np.ones((1, X.shape[1])), X])
W = np.linalg.lstsq(ones(grid.X_train).T, grid.Y_train.T, rcond=None)[0].T
grid_by_hand = NetworkByHand(**grid.arrays)
grid_by_hand.fit(by_hand_epochs)
grid_pytorch = TorchNetwork(**grid.arrays)
train_with_adam(grid_pytorch, torch_epochs, batch_frac)
grid_errors = {
    "linear": error(W @ ones(grid.X_test), grid.Y_test),
    "by_hand": error(grid_by_hand.forward(grid.X_test), grid.Y_test),
    "pytorch": error(grid_pytorch.forward(grid.X_test), grid.Y_test),
}
