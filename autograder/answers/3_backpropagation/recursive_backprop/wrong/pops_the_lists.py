# diagnosis: damages_list
def recursive_gradients(weights, activations, X, Y):
    H, N = [X], []
    for W, activation in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(activation(N[-1]))
    blame = H.pop() - Y
    slopes = []
    while weights:
        W, activation = weights.pop(), activations.pop()
        C = activation(N.pop(), deriv=True) * blame
        slopes.insert(0, 2 / X.shape[1] * C @ H.pop().T)
        blame = W.T @ C
    return slopes
