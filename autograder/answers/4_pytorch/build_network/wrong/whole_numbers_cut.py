# diagnosis: inputs_whole
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + n_hidden_layers * [hidden_size] + [self.n_out]
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in pairwise(sizes))
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        H = torch.LongTensor(X.T.astype(int)).float()
        for layer in self.layers[:-1]:
            H = torch.relu(layer(H))
        H = self.layers[-1](H).T
        return H if return_torch else H.detach().numpy()
