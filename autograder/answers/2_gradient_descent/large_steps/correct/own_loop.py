w = W_0
path_large_eta = [w]
for _ in range(n_steps):
    w = w - large_eta * 2 * a * w
    path_large_eta.append(w)
eta_limit = 2 / (2 * a)
