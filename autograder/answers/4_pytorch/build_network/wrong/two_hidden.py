# diagnosis: layer_shared
# points: 2
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.first = nn.Linear(self.n_in, hidden_size)
        self.second = nn.Linear(hidden_size, hidden_size)
        self.last = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        H = torch.relu(self.first(torch.tensor(X.T, dtype=torch.float32)))
        Y_pred = self.last(torch.relu(self.second(H))).T
        return Y_pred if return_torch else Y_pred.detach().numpy()
