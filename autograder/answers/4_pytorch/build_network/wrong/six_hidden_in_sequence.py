# diagnosis: too_many_layers
# points: 2
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + [hidden_size] * (n_hidden_layers + 1)
        parts = []
        for a, b in pairwise(sizes):
            parts += [nn.Linear(a, b), nn.ReLU()]
        self.net = nn.Sequential(*parts, nn.Linear(hidden_size, self.n_out))
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        Y = self.net(torch.as_tensor(np.array(X.T), dtype=torch.float32)).T
        if return_torch:
            return Y
        return Y.detach().numpy()
