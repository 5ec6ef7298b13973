class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.fcs = nn.ModuleList([nn.Linear(self.n_in if i == 0 else hidden_size, hidden_size) for i in range(5)])
        self.head = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        import torch.nn.functional as F

        def run():
            z = torch.from_numpy(np.ascontiguousarray(X.T, dtype=np.float32))
            for fc in self.fcs:
                z = F.relu(fc(z))
            return self.head(z).T

        if return_torch:
            return run()
        with torch.no_grad():
            return run().numpy()
