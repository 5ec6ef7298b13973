W = W_0
path_large_eta = [W]
for _ in range(n_steps):
    W = W - large_eta * derivative_of_loss(W)
    path_large_eta.append(W)
second_derivative = derivative_of_loss(1.0) - derivative_of_loss(0.0)
eta_limit = 2 / second_derivative
