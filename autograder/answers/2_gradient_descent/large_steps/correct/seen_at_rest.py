# cohort: 2026
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
etas = np.linspace(0.99, 1.01, 21)
ends = np.array([abs(gradient_descent(derivative_of_loss, W_0, e, 2000)[-1]) for e in etas])
eta_limit = etas[ends < 1][-1]
