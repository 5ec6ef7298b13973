path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
low, high = 0.0, 100.0
while high - low > 1e-6:
    middle = (low + high) / 2
    first, second = gradient_descent(derivative_of_loss, W_0, middle, 1)
    if abs(second) <= abs(first):
        low = middle
    else:
        high = middle
eta_limit = low
