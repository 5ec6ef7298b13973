# diagnosis: wrong_steps
W, path = W_0, [W_0]
for k in range(n_steps):
    W = W - large_eta / (1 + 0.1 * k) * derivative_of_loss(W)
    path.append(W)
path_large_eta = np.array(path)
eta_limit = 1.0
