# cohort: 2026
start = +1
path_from_right = gradient_descent(derivative=derivative_of_loss, W=start, eta=0.1, n_steps=20)
