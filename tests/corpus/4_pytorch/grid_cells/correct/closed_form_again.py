W = np.linalg.solve(grid.X_train @ grid.X_train.T, grid.X_train @ grid.Y_train.T).T
shallow = NetworkByHand(**grid.arrays)
deep = TorchNetwork(**grid.arrays)
shallow.fit(by_hand_epochs)
train_with_adam(deep, torch_epochs, batch_frac)


def mean_distance(Y_pred):
    off = Y_pred - grid.Y_test
    return float(np.hypot(off[0], off[1]).mean())


grid_errors = dict(
    linear=mean_distance(W @ grid.X_test),
    by_hand=mean_distance(shallow.forward(grid.X_test)),
    pytorch=mean_distance(deep.forward(grid.X_test)),
)
