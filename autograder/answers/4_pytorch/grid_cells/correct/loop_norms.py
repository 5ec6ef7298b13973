torch.manual_seed(1)
np.random.seed(1)

grid_pytorch = TorchNetwork(**grid.arrays)
train_with_adam(grid_pytorch, torch_epochs, batch_frac)
grid_by_hand = NetworkByHand(**grid.arrays)
grid_by_hand.fit(by_hand_epochs)
grid_linear = LinearModel(**grid.arrays)
grid_linear.fit()

grid_errors = {}
for key, model in zip(["linear", "by_hand", "pytorch"], [grid_linear, grid_by_hand, grid_pytorch]):
    Y_pred = model.forward(grid.X_test)
    distances = []
    for n in range(grid.Y_test.shape[1]):
        distances.append(np.hypot(Y_pred[0, n] - grid.Y_test[0, n], Y_pred[1, n] - grid.Y_test[1, n]))
    grid_errors[key] = sum(distances) / len(distances)
