torch.manual_seed(1)
np.random.seed(1)

grid_linear = LinearModel(grid.X_train, grid.Y_train, grid.X_test, grid.Y_test)
grid_linear.fit()
grid_by_hand = NetworkByHand(grid.X_train, grid.Y_train, grid.X_test, grid.Y_test)
grid_by_hand.fit(epochs=by_hand_epochs)
grid_pytorch = TorchNetwork(grid.X_train, grid.Y_train, grid.X_test, grid.Y_test)
train_with_adam(grid_pytorch, torch_epochs, batch_frac)

grid_errors = {}
grid_errors["linear"] = error(grid_linear.forward(grid.X_test), grid.Y_test)
grid_errors["by_hand"] = grid_by_hand.history["test_error"][-1]
grid_errors["pytorch"] = grid_pytorch.history["test_error"][-1]
