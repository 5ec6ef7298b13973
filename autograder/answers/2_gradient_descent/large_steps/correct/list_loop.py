# cohort: 2026
path_large_eta = [W_0]
while len(path_large_eta) < n_steps + 1:
    W = path_large_eta[-1]
    path_large_eta.append(W - large_eta * derivative_of_loss(W))
eta_limit = 0.9999
