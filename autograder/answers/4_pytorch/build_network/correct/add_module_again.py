class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        from collections import OrderedDict

        parts = OrderedDict()
        for k in range(n_hidden_layers):
            parts[f"weigh{k + 1}"] = nn.Linear(hidden_size if k else self.n_in, hidden_size)
            parts[f"bend{k + 1}"] = nn.ReLU()
        parts["weigh_out"] = nn.Linear(hidden_size, self.n_out)
        self.add_module("tower", nn.Sequential(parts))
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        from functools import reduce

        rows = torch.tensor(X.T.tolist(), dtype=torch.float32).reshape(X.shape[1], self.n_in)
        Y_pred = reduce(lambda h, module: module(h), self.tower.children(), rows).T
        return {True: lambda: Y_pred, False: lambda: Y_pred.detach().numpy()}[bool(return_torch)]()
