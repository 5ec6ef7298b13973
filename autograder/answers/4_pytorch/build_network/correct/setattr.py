class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        n_from = self.n_in
        for k in range(n_hidden_layers):
            setattr(self, f"hidden{k}", nn.Linear(n_from, hidden_size))
            n_from = hidden_size
        self.out = nn.Linear(n_from, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        h = torch.tensor(X, dtype=torch.float32).T
        for k in range(n_hidden_layers):
            h = torch.clamp(getattr(self, f"hidden{k}")(h), min=0)
        Y_pred = self.out(h).T
        if return_torch:
            return Y_pred
        else:
            return Y_pred.detach().numpy()
