# diagnosis: raised
# points: 2
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    weight = torch.as_tensor(W).clone().requires_grad_()
    optimiser = torch.optim.Adam([weight], lr=eta, betas=(beta1, beta2), eps=epsilon)
    visited = [weight.detach().numpy().copy()]
    for _ in range(n_steps):
        weight.grad = torch.as_tensor(derivative(visited[-1]), dtype=weight.dtype)
        optimiser.step()
        visited.append(weight.detach().numpy().copy())
    return np.array(visited)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)
