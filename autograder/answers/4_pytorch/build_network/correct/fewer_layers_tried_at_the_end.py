class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.first = nn.Linear(self.n_in, hidden_size)
        self.others = nn.ModuleList(nn.Linear(hidden_size, hidden_size) for _ in range(n_hidden_layers - 1))
        self.last = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        H = torch.relu(self.first(torch.tensor(X.T, dtype=torch.float32)))
        for k in range(n_hidden_layers - 1):
            H = torch.relu(self.others[k](H))
        Y_pred = self.last(H).T
        return Y_pred if return_torch else Y_pred.detach().numpy()


n_hidden_layers = 2
shallow = TorchNetwork(**session.arrays)
