class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        modules = [nn.Linear(self.n_in, hidden_size), nn.ReLU()]
        for _ in range(n_hidden_layers - 1):
            modules += [nn.Linear(hidden_size, hidden_size), nn.ReLU()]
        modules.append(nn.Linear(hidden_size, self.n_out))
        self.net = nn.Sequential(*modules)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        rows = torch.as_tensor(np.array(X.T), dtype=torch.float32)
        Y_pred = torch.transpose(self.net(rows), 0, 1)
        if not return_torch:
            Y_pred = Y_pred.detach().cpu().numpy()
        return Y_pred
