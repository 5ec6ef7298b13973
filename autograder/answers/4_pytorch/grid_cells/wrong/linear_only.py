# diagnosis: keys_missing
# points: 0.75
torch.manual_seed(2)
np.random.seed(2)

grid_linear = LinearModel(**grid.arrays)
grid_linear.fit()
grid_errors = {"linear": error(grid_linear.forward(grid.X_test), grid.Y_test)}
