class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.layer = nn.Linear(self.n_in, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        Y_pred = self.layer(torch.tensor(X.T, dtype=torch.float32)).T
        return Y_pred if return_torch else Y_pred.detach().numpy()
