# diagnosis: not_one_a_matrix
def recursive_gradients(weights, activations, X, Y):
    N_moments = Y.shape[1]
    Hs, slopes_of_sigma = [X], []
    for W, f in zip(weights, activations):
        n = W @ Hs[-1]
        slopes_of_sigma.append(f(n, deriv=True))
        Hs.append(f(n))
    grads = []
    C = slopes_of_sigma[-1] * (Hs[-1] - Y)
    grads.append(2 / N_moments * (C @ Hs[-2].T))
    for k in range(len(weights) - 2, 0, -1):
        C = slopes_of_sigma[k] * (weights[k + 1].T @ C)
        grads.append(2 / N_moments * (C @ Hs[k].T))
    return tuple(grads[::-1])
