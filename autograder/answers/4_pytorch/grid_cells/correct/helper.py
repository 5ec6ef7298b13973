torch.manual_seed(1)
np.random.seed(1)

def trained(kind, train):
    model = kind(**grid.arrays)
    train(model)
    return model, float(error(model.forward(grid.X_test), grid.Y_test))

grid_linear, e1 = trained(LinearModel, lambda m: m.fit())
grid_by_hand, e2 = trained(NetworkByHand, lambda m: m.fit(by_hand_epochs))
grid_pytorch, e3 = trained(TorchNetwork, lambda m: train_with_adam(m, torch_epochs, batch_frac))
grid_errors = {"linear": e1, "by_hand": e2, "pytorch": e3}
print(grid_errors)
