# diagnosis: centimetres
# points: 2.25
torch.manual_seed(2)
np.random.seed(2)

grid_linear = LinearModel(**grid.arrays)
grid_linear.fit()
grid_by_hand = NetworkByHand(**grid.arrays)
grid_by_hand.fit(by_hand_epochs)
grid_pytorch = TorchNetwork(**grid.arrays)
train_with_adam(grid_pytorch, torch_epochs, batch_frac)
grid_models = {"linear": grid_linear, "by_hand": grid_by_hand, "pytorch": grid_pytorch}
grid_errors = {key: 100 * error(model.forward(grid.X_test), grid.Y_test) for key, model in grid_models.items()}
