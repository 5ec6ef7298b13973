def recursive_gradients(weights, activations, X, Y):
    f = lambda A: np.asarray(A, dtype=np.float32)
    Hs, Ns = [f(X)], []
    for W, s in zip(weights, activations):
        Ns.append(f(W) @ Hs[-1]); Hs.append(f(s(Ns[-1])))
    out = []
    B = Hs[-1] - f(Y)
    for W, s, N, H in list(zip(weights, activations, Ns, Hs))[::-1]:
        C = f(s(N, deriv=True)) * B
        out.insert(0, 2 / Y.shape[1] * np.einsum('in,jn->ij', C, H))
        B = f(W).T @ C
    return tuple(out)
