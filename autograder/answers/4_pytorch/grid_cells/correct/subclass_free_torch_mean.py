torch.manual_seed(3)
np.random.seed(4)

grid_linear = LinearModel(**grid.arrays); grid_linear.fit()
grid_by_hand = NetworkByHand(**grid.arrays); grid_by_hand.fit(epochs=20)
grid_pytorch = TorchNetwork(**grid.arrays); train_with_adam(grid_pytorch, 40, 0.1)


def _err(m):
    P, Y = torch.tensor(np.asarray(m.forward(grid.X_test), dtype=float)), torch.tensor(grid.Y_test)
    return np.float64(torch.linalg.vector_norm(P - Y, dim=0).mean().item())


grid_errors = {"pytorch": _err(grid_pytorch), "linear": _err(grid_linear), "by_hand": _err(grid_by_hand)}
