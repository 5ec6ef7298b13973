torch.manual_seed(1)
np.random.seed(1)

grid_linear, grid_by_hand, grid_pytorch = (kind(**grid.arrays) for kind in (LinearModel, NetworkByHand, TorchNetwork))
grid_linear.fit()
grid_by_hand.fit(epochs=20)
train_with_adam(grid_pytorch, epochs=40, batch_frac=0.1)
models = {"linear": grid_linear, "by_hand": grid_by_hand, "pytorch": grid_pytorch}
grid_errors = {key: error(model.forward(grid.X_test), grid.Y_test) for key, model in models.items()}
