path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
rates_tried = np.arange(0.5, 1.5, 0.001)
stays = [r for r in rates_tried if abs(gradient_descent(derivative_of_loss, W_0, r, 100)[-1]) <= abs(W_0) * (1 + 1e-9)]
eta_limit = max(stays)
