def torch_gradients(weights, X, Y):
    inputs, truth = torch.tensor(X), torch.tensor(Y)

    def value(W1, W2, W3):
        H = inputs
        for W in (W1, W2, W3):
            H = torch.relu(W @ torch.cat([torch.ones_like(H[:1]), H]))
        return (H - truth).square().sum(dim=0).mean()

    slopes = torch.func.grad(value, argnums=(0, 1, 2))(*(torch.tensor(W) for W in weights))
    return [slope.detach().numpy() for slope in slopes]
