class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        for k in range(1, 6):
            setattr(self, f"fc{k}", nn.Linear(self.n_in if k == 1 else hidden_size, hidden_size))
        self.fc6 = nn.Linear(hidden_size, 2)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        x = torch.FloatTensor(np.ascontiguousarray(X.T, dtype=np.float32))
        for k in range(1, 6):
            x = torch.clamp(getattr(self, f"fc{k}")(x), min=0)
        x = torch.transpose(self.fc6(x), 0, 1)
        return x if return_torch else x.detach().numpy()
