path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
# (1 - 2 a η)² = 1  =>  4 a² η² - 4 a η = 0
eta_limit = max(np.roots([4 * a**2, -4 * a, 0.0]))
