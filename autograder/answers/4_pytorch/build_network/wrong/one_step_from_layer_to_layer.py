# diagnosis: layer_shared
# points: 2
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.to_first = nn.Linear(self.n_in, hidden_size)
        self.to_next = nn.Linear(hidden_size, hidden_size)
        self.to_output = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        H = torch.relu(self.to_first(torch.tensor(X.T, dtype=torch.float32)))
        for _ in range(n_hidden_layers - 1):
            H = torch.relu(self.to_next(H))
        Y_pred = self.to_output(H).T
        return Y_pred if return_torch else Y_pred.detach().numpy()
