# diagnosis: of_something_else
torch.manual_seed(1)
np.random.seed(1)

grid_linear = LinearModel(**grid.arrays)
grid_linear.fit()
grid_by_hand = NetworkByHand(**grid.arrays)
grid_by_hand.fit(by_hand_epochs)
grid_pytorch = TorchNetwork(**grid.arrays)
train_with_adam(grid_pytorch, torch_epochs, batch_frac)
grid_errors = {
    "linear": error(grid_linear.forward(grid.X_test), grid.Y_test),
    "by_hand": grid_by_hand.history["error"][-1],
    "pytorch": grid_pytorch.history["error"][-1],
}
