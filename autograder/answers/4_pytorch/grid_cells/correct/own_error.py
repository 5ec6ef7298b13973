torch.manual_seed(1)
np.random.seed(1)

def mean_distance(model):
    D = model.forward(grid.X_test) - grid.Y_test
    return round(float(np.mean(np.sqrt(D[0] ** 2 + D[1] ** 2))), 3)

grid_errors = {}
np.random.seed(7)
torch.manual_seed(7)
grid_linear = LinearModel(grid.X_train, grid.Y_train, grid.X_test, grid.Y_test)
grid_linear.fit()
grid_errors["linear"] = mean_distance(grid_linear)
grid_by_hand = NetworkByHand(grid.X_train, grid.Y_train, grid.X_test, grid.Y_test)
grid_by_hand.fit(by_hand_epochs)
grid_errors["by_hand"] = mean_distance(grid_by_hand)
grid_pytorch = TorchNetwork(grid.X_train, grid.Y_train, grid.X_test, grid.Y_test)
train_with_adam(grid_pytorch, torch_epochs, batch_frac)
grid_errors["pytorch"] = mean_distance(grid_pytorch)
