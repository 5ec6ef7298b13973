class Bent(nn.Module):
    def __init__(self, n_from, n_to):
        super().__init__()
        self.weigh = nn.Linear(n_from, n_to)

    def forward(self, rows):
        return torch.relu(self.weigh(rows))


class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, X_train, Y_train, X_test, Y_test, use_bias=False, hidden_size=n_hidden_units):
        nn.Module.__init__(self)
        Model.__init__(self, X_train, Y_train, X_test, Y_test, use_bias)
        bent = [Bent(self.n_in, hidden_size)]
        bent.extend(Bent(hidden_size, hidden_size) for _ in range(1, n_hidden_layers))
        self.bent = nn.Sequential(*bent)
        self.plain = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        rows = torch.tensor(X.T.tolist())
        columns = self.plain(self.bent(rows)).T
        return columns if return_torch else columns.detach().numpy()
