# diagnosis: other_rates
def stretched(X):
    least, most = grid.X_train.min(), grid.X_train.max()
    return 2 * (X - least) / (most - least) - 1


stretched_arrays = grid.arrays | {name: stretched(grid.arrays[name]) for name in ("X_train", "X_test")}
grid_linear = LinearModel(**stretched_arrays)
grid_linear.fit()
grid_by_hand = NetworkByHand(**stretched_arrays)
grid_by_hand.fit(by_hand_epochs)
grid_pytorch = TorchNetwork(**stretched_arrays)
train_with_adam(grid_pytorch, torch_epochs, batch_frac)
grid_errors = {
    key: error(model.forward(stretched(grid.X_test)), grid.Y_test)
    for key, model in (("linear", grid_linear), ("by_hand", grid_by_hand), ("pytorch", grid_pytorch))
}
