path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
low, high = 0.1, 3.0
for _ in range(40):
    middle = (low + high) / 2
    end = gradient_descent(derivative_of_loss, W_0, middle, 200)[-1]
    if abs(end) > abs(W_0):
        high = middle
    else:
        low = middle
eta_limit = low
