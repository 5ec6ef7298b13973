# diagnosis: damages_list
def recursive_gradients(weights, activations, X, Y):
    tape = []
    h = X
    for i in range(len(weights)):
        n = np.dot(weights[i], h)
        tape.append((weights[i], activations[i], n, h))
        h = activations[i](n)
    blame = h - Y
    out = []
    while weights:
        W = weights.pop()
        _, f, n, below = tape.pop()
        blame = blame * f(n, deriv=True)
        out.insert(0, 2.0 * np.dot(blame, below.T) / X.shape[1])
        blame = np.dot(W.T, blame)
    return out
