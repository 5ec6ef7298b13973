# cohort: 2026
w = 1.0
path_from_right = [w]
for k in range(n_steps):
    w = w - eta * derivative_of_loss(w)
    path_from_right.append(w)
