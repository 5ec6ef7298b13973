# diagnosis: start_missing
w = 1.0
path_from_right = []
for k in range(n_steps):
    w = w - eta * derivative_of_loss(w)
    path_from_right.append(w)
