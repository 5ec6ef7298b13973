# cohort: 2026
path_from_right = apply_repeatedly(lambda W: W - eta * derivative_of_loss(W), 1.0, n_steps)
