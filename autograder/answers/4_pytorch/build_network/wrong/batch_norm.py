# diagnosis: other_parameters
# points: 2
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        parts = [nn.Linear(self.n_in, hidden_size), nn.ReLU()]
        for _ in range(n_hidden_layers - 1):
            parts += [nn.Linear(hidden_size, hidden_size), nn.BatchNorm1d(hidden_size), nn.ReLU()]
        parts.append(nn.Linear(hidden_size, self.n_out))
        self.net = nn.Sequential(*parts)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        rows = torch.from_numpy(np.array(X.T)).float()
        Y_pred = self.net(rows).transpose(0, 1)
        if not return_torch:
            Y_pred = Y_pred.detach().cpu().numpy()
        return Y_pred
