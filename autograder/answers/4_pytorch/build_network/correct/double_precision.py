class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in, *[hidden_size] * n_hidden_layers, self.n_out]
        self.layers = nn.ModuleList([nn.Linear(a, b, dtype=torch.float64) for a, b in zip(sizes, sizes[1:])])
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        H = torch.tensor(X.T, dtype=torch.float64)
        for number, layer in enumerate(self.layers):
            H = layer(H)
            if number < n_hidden_layers:
                H = nn.functional.relu(H)
        return H.T if return_torch else H.detach().numpy().T
