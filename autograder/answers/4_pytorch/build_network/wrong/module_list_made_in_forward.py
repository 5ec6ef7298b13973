# diagnosis: not_registered
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.sizes = [self.n_in] + n_hidden_layers * [hidden_size]
        self.output = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        hidden = nn.ModuleList([nn.Linear(a, b) for a, b in pairwise(self.sizes)])
        H = torch.tensor(X.T, dtype=torch.float32)
        for layer in hidden:
            H = torch.relu(layer(H))
        Y = self.output(H).T
        return Y if return_torch else Y.detach().numpy()
