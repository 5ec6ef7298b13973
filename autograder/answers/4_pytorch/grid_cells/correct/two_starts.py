torch.manual_seed(1)
np.random.seed(1)

grid_linear = LinearModel(**grid.arrays)
grid_linear.fit()

candidates = []
for seed in (5, 6):
    np.random.seed(seed)
    model = NetworkByHand(**grid.arrays)
    model.fit(by_hand_epochs)
    candidates.append(model)
grid_by_hand = min(candidates, key=lambda m: error(m.forward(grid.X_test), grid.Y_test))

grid_pytorch = TorchNetwork(**grid.arrays)
train_with_adam(grid_pytorch, torch_epochs, batch_frac)
grid_errors = {
    k: error(m.forward(grid.X_test), grid.Y_test)
    for k, m in (("linear", grid_linear), ("by_hand", grid_by_hand), ("pytorch", grid_pytorch))
}
