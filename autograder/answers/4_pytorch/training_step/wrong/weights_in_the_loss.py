# diagnosis: pull_2_thousandths
# points: 2.5
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    off = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
    in_all = (off**2).sum(dim=0).mean()
    for parameter in network.parameters():
        in_all = in_all + 0.001 * parameter.square().sum()
    in_all.backward()
    network.optimiser.step()
    return in_all.item()
