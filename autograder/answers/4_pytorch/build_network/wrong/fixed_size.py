# diagnosis: fixed_size
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.layer1 = nn.Linear(self.n_in, n_hidden_units)
        self.layer2 = nn.Linear(n_hidden_units, n_hidden_units)
        self.layer3 = nn.Linear(n_hidden_units, n_hidden_units)
        self.layer4 = nn.Linear(n_hidden_units, n_hidden_units)
        self.layer5 = nn.Linear(n_hidden_units, n_hidden_units)
        self.output = nn.Linear(n_hidden_units, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        H = torch.tensor(X.T, dtype=torch.float32)
        H = torch.relu(self.layer1(H))
        H = torch.relu(self.layer2(H))
        H = torch.relu(self.layer3(H))
        H = torch.relu(self.layer4(H))
        H = torch.relu(self.layer5(H))
        Y_pred = self.output(H).T
        if return_torch:
            return Y_pred
        return Y_pred.detach().numpy()
