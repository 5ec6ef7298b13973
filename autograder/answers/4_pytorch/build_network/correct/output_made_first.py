class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.out = nn.Linear(hidden_size, self.n_out)
        self.inner = nn.ModuleList([nn.Linear(hidden_size, hidden_size) for _ in range(n_hidden_layers - 1)])
        self.into = nn.Linear(self.n_in, hidden_size)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        import torch.nn.functional as F

        H = F.relu(self.into(torch.tensor(X.T).float()))
        for layer in self.inner:
            H = F.relu(layer(H))
        Y = torch.transpose(self.out(H), 0, 1)
        return Y if return_torch else Y.detach().cpu().numpy()
