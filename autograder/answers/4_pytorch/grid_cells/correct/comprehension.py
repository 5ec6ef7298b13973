torch.manual_seed(1234)
np.random.seed(77)

grid_linear, grid_by_hand, grid_pytorch = (kind(**grid.arrays) for kind in (LinearModel, NetworkByHand, TorchNetwork))
grid_linear.fit()
grid_by_hand.fit(20)
train_with_adam(grid_pytorch, epochs=40, batch_frac=0.1)
decoders = dict(linear=grid_linear, by_hand=grid_by_hand, pytorch=grid_pytorch)
grid_errors = {name: error(decoder.forward(grid.X_test), grid.Y_test) for name, decoder in decoders.items()}
