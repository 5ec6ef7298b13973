from scipy.optimize import brentq
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = brentq(lambda e: abs(W_0 - e * derivative_of_loss(W_0)) - abs(W_0), 0.6, 5)
