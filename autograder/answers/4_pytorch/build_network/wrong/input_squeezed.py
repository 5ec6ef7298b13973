# diagnosis: raised
# points: 3
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + n_hidden_layers * [hidden_size]
        self.hidden = nn.ModuleList(nn.Linear(n_from, n_to) for n_from, n_to in pairwise(sizes))
        self.output = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        H = torch.tensor(np.squeeze(X), dtype=torch.float32).T
        for layer in self.hidden:
            H = torch.relu(layer(H))
        Y_pred = self.output(H).T
        return Y_pred if return_torch else Y_pred.detach().numpy()
