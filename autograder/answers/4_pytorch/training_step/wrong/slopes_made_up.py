# diagnosis: uphill
# points: 1.5
def training_step(network, X_batch, Y_batch):
    off = network.forward(X_batch) - Y_batch
    ps = list(network.parameters())
    for p in ps: p.grad = torch.full_like(p, 1e-4)
    ps[-1].grad = torch.tensor(2 * off.mean(axis=1), dtype=torch.float32)
    network.optimiser.step()
    return float((off ** 2).sum(axis=0).mean())
