# diagnosis: layers_shared
import functools

@functools.lru_cache
def layers_of(sizes):
    return nn.ModuleList(nn.Linear(a, b) for a, b in pairwise(sizes))

def build(sizes):
    return layers_of(tuple(sizes))

class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.layers = build([self.n_in] + [hidden_size] * n_hidden_layers + [self.n_out])
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        H = torch.tensor(X.T, dtype=torch.float32)
        for layer in self.layers[:-1]:
            H = torch.relu(layer(H))
        Y_pred = self.layers[-1](H).T
        return Y_pred if return_torch else Y_pred.detach().numpy()
