# diagnosis: result_kept
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + [hidden_size] * n_hidden_layers
        self.hidden_layers = nn.ModuleList(nn.Linear(a, b) for a, b in pairwise(sizes))
        self.output_layer = nn.Linear(hidden_size, self.n_out)
        self.room = {}
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        H = torch.tensor(X.T, dtype=torch.float32)
        for layer in self.hidden_layers:
            H = torch.relu(layer(H))
        Y_pred = self.output_layer(H).T

        if return_torch:
            return Y_pred
        room = self.room.setdefault(X.shape[1], np.empty((self.n_out, X.shape[1]), dtype=np.float32))
        room[...] = Y_pred.detach().numpy()
        return room
