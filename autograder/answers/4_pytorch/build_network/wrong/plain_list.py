# diagnosis: not_registered
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.hidden = [nn.Linear(self.n_in, hidden_size)] + [nn.Linear(hidden_size, hidden_size) for _ in range(4)]
        self.output = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        H = torch.tensor(X.T, dtype=torch.float32)
        for layer in self.hidden:
            H = torch.relu(layer(H))
        H = self.output(H).T
        return H if return_torch else H.detach().numpy()
