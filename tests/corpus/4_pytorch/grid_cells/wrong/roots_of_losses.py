# diagnosis: root_of_the_loss
linear = LinearModel(**grid.arrays)
linear.fit()
by_hand = NetworkByHand(**grid.arrays)
by_hand.fit(by_hand_epochs)
deep = TorchNetwork(**grid.arrays)
train_with_adam(deep, torch_epochs, batch_frac)
def rms(P, Y):
    return float(np.sqrt(np.mean(np.sum((P - Y) ** 2, axis=0))))


grid_errors = {
    "linear": rms(linear.forward(grid.X_test), grid.Y_test),
    "by_hand": rms(by_hand.forward(grid.X_test), grid.Y_test),
    "pytorch": rms(deep.forward(grid.X_test), grid.Y_test),
}
