# diagnosis: of_something_else
torch.manual_seed(1)
np.random.seed(1)

grid_linear = LinearModel(**grid.arrays)
grid_linear.fit()
grid_by_hand = NetworkByHand(**grid.arrays)
grid_by_hand.fit(by_hand_epochs)
grid_pytorch = TorchNetwork(**grid.arrays)
train_with_adam(grid_pytorch, torch_epochs, batch_frac)
grid_errors = {}
for key, model in (("linear", grid_linear), ("by_hand", grid_by_hand), ("pytorch", grid_pytorch)):
    grid_errors[key] = np.abs(model.forward(grid.X_test) - grid.Y_test).mean()
