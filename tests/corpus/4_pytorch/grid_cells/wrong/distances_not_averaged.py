# diagnosis: not_one_number
linear = LinearModel(**grid.arrays)
linear.fit()
by_hand = NetworkByHand(**grid.arrays)
by_hand.fit(by_hand_epochs)
deep = TorchNetwork(**grid.arrays)
train_with_adam(deep, torch_epochs, batch_frac)
def distances(P, Y):
    return np.linalg.norm(P - Y, axis=0)


grid_errors = {
    "linear": distances(linear.forward(grid.X_test), grid.Y_test),
    "by_hand": distances(by_hand.forward(grid.X_test), grid.Y_test),
    "pytorch": distances(deep.forward(grid.X_test), grid.Y_test),
}
