# diagnosis: other_session
linear = LinearModel(**session.arrays)
linear.fit()
by_hand = NetworkByHand(**session.arrays)
by_hand.fit(by_hand_epochs)
deep = TorchNetwork(**session.arrays)
train_with_adam(deep, torch_epochs, batch_frac)
grid_errors = {
    "linear": error(linear.forward(session.X_test), session.Y_test),
    "by_hand": error(by_hand.forward(session.X_test), session.Y_test),
    "pytorch": error(deep.forward(session.X_test), session.Y_test),
}
