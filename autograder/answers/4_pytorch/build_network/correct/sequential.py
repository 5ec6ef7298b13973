class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        parts = [nn.Linear(self.n_in, hidden_size), nn.ReLU()]
        for _ in range(n_hidden_layers - 1):
            parts += [nn.Linear(hidden_size, hidden_size), nn.ReLU()]
        self.stack = nn.Sequential(*parts, nn.Linear(hidden_size, self.n_out))
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        Y_pred = self.stack(torch.as_tensor(np.ascontiguousarray(X.T), dtype=torch.float)).T
        return Y_pred if return_torch else Y_pred.detach().numpy()
