def momentum_descent(derivative, W, eta, beta, n_steps):
    weight = torch.tensor(np.asarray(W, dtype=float), requires_grad=True)
    optimiser = torch.optim.SGD([weight], lr=eta, momentum=beta)
    path = [np.array(W, dtype=float)]
    for _ in range(n_steps):
        slope = derivative(weight.detach().numpy().copy())
        weight.grad = torch.tensor(np.asarray(slope, dtype=float))
        optimiser.step()
        path.append(weight.detach().numpy().copy())
    return np.array(path)
