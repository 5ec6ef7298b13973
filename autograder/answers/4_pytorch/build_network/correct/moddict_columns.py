class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.linear = nn.ModuleDict()
        sizes = (self.n_in,) + (hidden_size,) * n_hidden_layers + (self.n_out,)
        for k in range(len(sizes) - 1):
            self.linear[str(k)] = nn.Linear(sizes[k], sizes[k + 1])
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        H = torch.tensor(np.asarray(X, dtype=np.float32))
        last = len(self.linear) - 1
        for k in range(last + 1):
            layer = self.linear[str(k)]
            H = layer.weight @ H + layer.bias[:, None]  # columns all the way, no transposing
            if k != last:
                H = torch.where(H > 0, H, torch.zeros_like(H))
        return H if return_torch else H.detach().numpy().copy()
