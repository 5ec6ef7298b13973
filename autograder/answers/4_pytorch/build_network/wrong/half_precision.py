# diagnosis: half_precision
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.stage1 = nn.Linear(self.n_in, hidden_size)
        self.stage2 = nn.Linear(hidden_size, hidden_size)
        self.stage3 = nn.Linear(hidden_size, hidden_size)
        self.stage4 = nn.Linear(hidden_size, hidden_size)
        self.stage5 = nn.Linear(hidden_size, hidden_size)
        self.output = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        H = torch.tensor(X.T, dtype=torch.float16).float()
        H = torch.relu(self.stage1(H))
        H = torch.relu(self.stage2(H))
        H = torch.relu(self.stage3(H))
        H = torch.relu(self.stage4(H))
        H = torch.relu(self.stage5(H))
        Y_pred = self.output(H).T
        if return_torch:
            return Y_pred
        return Y_pred.detach().numpy()
