def recursive_gradients(weights, activations, X, Y):
    stack, H = [], X
    for W, sigma in zip(weights, activations):
        N = np.einsum("ij,jn->in", W, H)
        stack.append((W, H, sigma(N, deriv=True)))
        H = sigma(N)
    blame = 2 * (H - Y) / Y.shape[1]
    slopes = []
    while stack:
        W, below, slope = stack.pop()
        blame = blame * slope
        slopes.insert(0, np.einsum("in,jn->ij", blame, below))
        blame = np.einsum("ij,in->jn", W, blame)
    return slopes
