# cohort: 2026
path_from_right = [1.0]
for _ in range(n_steps):
    path_from_right.append(path_from_right[-1] - eta * derivative_of_loss(path_from_right[-1]))
