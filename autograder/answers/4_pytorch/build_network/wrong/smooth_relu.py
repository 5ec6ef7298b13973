# diagnosis: other_activation_silu
# points: 2
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + [hidden_size] * n_hidden_layers
        self.hidden_layers = nn.ModuleList(nn.Linear(n_from, n_to) for n_from, n_to in pairwise(sizes))
        self.output_layer = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        H = torch.tensor(X.T, dtype=torch.float32)
        for layer in self.hidden_layers:
            H = nn.functional.silu(layer(H))
        Y_pred = self.output_layer(H).T
        return Y_pred if return_torch else Y_pred.detach().numpy()
