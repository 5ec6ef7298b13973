# diagnosis: other_activation_softplus
class TorchNetwork(Model, nn.Module):
    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + [hidden_size] * n_hidden_layers
        self.hidden = nn.ModuleList(nn.Linear(a, b) for a, b in pairwise(sizes))
        self.output = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        H = torch.tensor(X.T, dtype=torch.float32)
        for layer in self.hidden:
            H = nn.functional.softplus(layer(H))
        Y_pred = self.output(H).T
        return Y_pred if return_torch else Y_pred.detach().numpy()
