class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.first = nn.Linear(self.n_in, hidden_size, dtype=torch.float64)
        self.middle = nn.ModuleList([nn.Linear(hidden_size, hidden_size, dtype=torch.float64) for _ in range(4)])
        self.last = nn.Linear(hidden_size, self.n_out, dtype=torch.float64)
        for m in [self.first, *self.middle]:
            nn.init.kaiming_normal_(m.weight, nonlinearity="relu")
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        x = torch.as_tensor(np.asarray(X, dtype=float)).T
        x = self.first(x).relu()
        for m in self.middle:
            x = m(x).relu()
        y = self.last(x).T
        if return_torch:
            return y
        else:
            return y.detach().numpy()
