class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.hidden = nn.ModuleList()
        n_from = self.n_in
        for k in range(n_hidden_layers):
            self.hidden.append(nn.Linear(n_from, hidden_size))
            n_from = hidden_size
        self.readout = nn.Linear(n_from, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        def run():
            h = torch.tensor(X, dtype=torch.float32).t()
            for layer in self.hidden:
                h = nn.functional.relu(layer(h))
            return self.readout(h).t()

        if return_torch:
            return run()
        with torch.no_grad():
            return run().numpy()
