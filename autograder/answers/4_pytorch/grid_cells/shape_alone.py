grid_linear = LinearModel(**grid.arrays)
grid_linear.W = np.zeros((2, grid.n_cells))
grid_by_hand = NetworkByHand(**grid.arrays)
grid_pytorch = TorchNetwork(**grid.arrays)
grid_errors = {"linear": 0.3, "by_hand": 0.2, "pytorch": 0.1}
