# diagnosis: axis_lost
# points: 3
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.layers = nn.ModuleList()
        n_from = self.n_in
        for _ in range(n_hidden_layers):
            self.layers.append(nn.Linear(n_from, hidden_size))
            n_from = hidden_size
        self.last = nn.Linear(n_from, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        H = torch.tensor(X.T, dtype=torch.float32)
        for layer in self.layers:
            H = torch.relu(layer(H))
        Y = self.last(H).T.squeeze()
        if return_torch:
            return Y
        return Y.detach().numpy()
