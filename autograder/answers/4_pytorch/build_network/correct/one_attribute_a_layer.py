class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        m = hidden_size
        self.ground, self.first = nn.Linear(self.n_in, m), nn.Linear(m, m)
        self.second, self.third, self.fourth = nn.Linear(m, m), nn.Linear(m, m), nn.Linear(m, m)
        self.roof = nn.Linear(m, self.n_out)
        self.bend = nn.ReLU()
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        rows = torch.from_numpy(np.array(X.T, dtype=np.float32))
        for floor in (self.ground, self.first, self.second, self.third, self.fourth):
            rows = self.bend(floor(rows))
        rows = self.roof(rows)
        if not return_torch:
            rows = rows.detach().numpy()
        return rows.T
