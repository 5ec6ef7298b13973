def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    import torch

    parameters = [torch.tensor(W, dtype=torch.float64) for W in (model.W1, model.W2, model.W3)]
    for p, g in zip(parameters, gradients):
        p.grad = torch.tensor(np.asarray(g), dtype=torch.float64)
    torch.optim.SGD(parameters, lr=model.eta, weight_decay=model.l2).step()
    model.W1, model.W2, model.W3 = (p.numpy() for p in parameters)
