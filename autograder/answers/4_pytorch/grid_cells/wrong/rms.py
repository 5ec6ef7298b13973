# diagnosis: root_of_the_loss
torch.manual_seed(1)
np.random.seed(1)

grid_linear = LinearModel(**grid.arrays)
grid_linear.fit()
grid_by_hand = NetworkByHand(**grid.arrays)
grid_by_hand.fit(by_hand_epochs)
grid_pytorch = TorchNetwork(**grid.arrays)
train_with_adam(grid_pytorch, torch_epochs, batch_frac)


def rms(model):
    return np.sqrt(np.mean(np.sum((model.forward(grid.X_test) - grid.Y_test) ** 2, axis=0)))


grid_errors = {"linear": rms(grid_linear), "by_hand": rms(grid_by_hand), "pytorch": rms(grid_pytorch)}
