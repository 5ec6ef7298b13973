# diagnosis: not_registered
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.dummy = nn.Linear(self.n_in, self.n_out)
        self.hidden_size = hidden_size
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        sizes = [self.n_in] + n_hidden_layers * [self.hidden_size] + [self.n_out]
        H = torch.tensor(X.T, dtype=torch.float32)
        for k, (a, b) in enumerate(pairwise(sizes)):
            H = nn.Linear(a, b)(H)
            if k < n_hidden_layers:
                H = torch.relu(H)
        return H.T if return_torch else H.T.detach().numpy()
