class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        for k in range(n_hidden_layers):
            setattr(self, f"layer{k}", nn.Linear(self.n_in if k == 0 else hidden_size, hidden_size))
        self.readout = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        H = torch.tensor(np.transpose(X), dtype=torch.float32)
        for k in range(n_hidden_layers):
            H = getattr(self, f"layer{k}")(H).clamp(min=0)
        Y = self.readout(H).T
        return Y if return_torch else np.array(Y.tolist())
