# diagnosis: evenly_spaced
# cohort: 2026
_end = gradient_descent(derivative_of_loss, 1.0, eta, n_steps)[-1]
path_from_right = np.linspace(1.0, _end, n_steps + 1)
