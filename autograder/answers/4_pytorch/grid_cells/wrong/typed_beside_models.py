# diagnosis: by_hand_untrained
grid_linear = LinearModel(**grid.arrays)
grid_linear.fit()
grid_by_hand = NetworkByHand(**grid.arrays)
grid_pytorch = TorchNetwork(**grid.arrays)
grid_errors = {"linear": 0.33, "by_hand": 0.17, "pytorch": 0.06}
