# diagnosis: by_hand_untrained
# points: 2.25
grid_linear = LinearModel(**grid.arrays)
grid_linear.fit()
grid_by_hand = code_by_hand.ByHandWithAdam(**grid.arrays)
grid_by_hand.fit(by_hand_epochs)
grid_pytorch = TorchNetwork(**grid.arrays)
train_with_adam(grid_pytorch, torch_epochs, batch_frac)
grid_errors = {
    key: error(model.forward(grid.X_test), grid.Y_test)
    for key, model in (("linear", grid_linear), ("by_hand", grid_by_hand), ("pytorch", grid_pytorch))
}
