# diagnosis: fixed_size
# cohort: 2027
# points: 2
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.first = nn.Linear(36, 90)
        self.between = nn.ModuleList([nn.Linear(90, 90) for _ in range(4)])
        self.last = nn.Linear(90, 2)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        H = torch.relu(self.first(torch.tensor(X, dtype=torch.float32).T))
        for layer in self.between:
            H = torch.relu(layer(H))
        Y_pred = self.last(H).T
        if return_torch:
            return Y_pred
        return Y_pred.detach().numpy()
