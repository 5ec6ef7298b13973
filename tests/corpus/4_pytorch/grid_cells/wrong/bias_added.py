# diagnosis: with_bias
linear = LinearModel(**grid.arrays)
linear.fit()
ones = lambda X: np.vstack([np.ones((1, X.shape[1])), X])
W = np.linalg.lstsq(ones(grid.X_train).T, grid.Y_train.T, rcond=None)[0].T
by_hand = NetworkByHand(**grid.arrays)
by_hand.fit(by_hand_epochs)
deep = TorchNetwork(**grid.arrays)
train_with_adam(deep, torch_epochs, batch_frac)
grid_errors = {
    "linear": error(W @ ones(grid.X_test), grid.Y_test),
    "by_hand": error(by_hand.forward(grid.X_test), grid.Y_test),
    "pytorch": error(deep.forward(grid.X_test), grid.Y_test),
}
