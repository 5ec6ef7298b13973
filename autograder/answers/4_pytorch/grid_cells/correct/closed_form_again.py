grid_linear = LinearModel(**grid.arrays)
grid_linear.W = np.linalg.solve(grid.X_train @ grid.X_train.T, grid.X_train @ grid.Y_train.T).T
grid_by_hand = NetworkByHand(**grid.arrays)
grid_pytorch = TorchNetwork(**grid.arrays)
grid_by_hand.fit(by_hand_epochs)
train_with_adam(grid_pytorch, torch_epochs, batch_frac)


def mean_distance(Y_pred):
    off = Y_pred - grid.Y_test
    return float(np.hypot(off[0], off[1]).mean())


grid_errors = dict(
    linear=mean_distance(grid_linear.forward(grid.X_test)),
    by_hand=mean_distance(grid_by_hand.forward(grid.X_test)),
    pytorch=mean_distance(grid_pytorch.forward(grid.X_test)),
)
