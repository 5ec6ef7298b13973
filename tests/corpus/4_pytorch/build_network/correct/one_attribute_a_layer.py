class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.layer1 = nn.Linear(self.n_in, hidden_size)
        self.layer2 = nn.Linear(hidden_size, hidden_size)
        self.layer3 = nn.Linear(hidden_size, hidden_size)
        self.layer4 = nn.Linear(hidden_size, hidden_size)
        self.layer5 = nn.Linear(hidden_size, hidden_size)
        self.output = nn.Linear(hidden_size, self.n_out)
        self.relu = nn.ReLU()
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        rows = torch.from_numpy(np.array(X.T, dtype=np.float32))
        rows = self.relu(self.layer1(rows))
        rows = self.relu(self.layer2(rows))
        rows = self.relu(self.layer3(rows))
        rows = self.relu(self.layer4(rows))
        rows = self.relu(self.layer5(rows))
        rows = self.output(rows)
        if not return_torch:
            rows = rows.detach().numpy()
        return rows.T
