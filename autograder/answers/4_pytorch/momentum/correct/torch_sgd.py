def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    w = torch.tensor(np.asarray(W, dtype=float))
    optimiser = torch.optim.SGD([w], lr=eta, momentum=beta)
    path = [w.numpy().copy()]
    for _ in range(n_steps):
        slope = derivative(w.numpy().copy())
        w.grad = torch.tensor(np.broadcast_to(np.asarray(slope, dtype=float), w.shape).copy())
        optimiser.step()
        path.append(w.numpy().copy())
    return np.array(path)
