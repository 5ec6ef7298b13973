# diagnosis: fixed_inputs
# points: 2
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        parts = [nn.Linear(len(session.X_train), hidden_size), nn.ReLU()]
        for _ in range(n_hidden_layers - 1):
            parts.extend((nn.Linear(hidden_size, hidden_size), nn.ReLU()))
        self.all_of_it = nn.Sequential(*parts, nn.Linear(hidden_size, self.n_out))
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        Y_pred = self.all_of_it(torch.tensor(X.T, dtype=torch.float32)).T
        return Y_pred if return_torch else Y_pred.detach().numpy()
