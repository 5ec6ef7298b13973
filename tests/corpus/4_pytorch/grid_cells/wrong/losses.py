# diagnosis: loss
linear = LinearModel(**grid.arrays)
linear.fit()
by_hand = NetworkByHand(**grid.arrays)
by_hand.fit(by_hand_epochs)
deep = TorchNetwork(**grid.arrays)
train_with_adam(deep, torch_epochs, batch_frac)
def mean_square(P, Y):
    return float(np.mean(np.sum((P - Y) ** 2, axis=0)))


grid_errors = {
    "linear": mean_square(linear.forward(grid.X_test), grid.Y_test),
    "by_hand": mean_square(by_hand.forward(grid.X_test), grid.Y_test),
    "pytorch": mean_square(deep.forward(grid.X_test), grid.Y_test),
}
