# %% right add_module
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        for k in range(1, 6):
            setattr(self, f"fc{k}", nn.Linear(self.n_in if k == 1 else hidden_size, hidden_size))
        self.fc6 = nn.Linear(hidden_size, 2)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        x = torch.FloatTensor(np.ascontiguousarray(X.T, dtype=np.float32))
        for k in range(1, 6):
            x = torch.clamp(getattr(self, f"fc{k}")(x), min=0)
        x = torch.transpose(self.fc6(x), 0, 1)
        return x if return_torch else x.detach().numpy()

# %% right attributes
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.linear1 = nn.Linear(self.n_in, hidden_size)
        self.linear2 = nn.Linear(hidden_size, hidden_size)
        self.linear3 = nn.Linear(hidden_size, hidden_size)
        self.linear4 = nn.Linear(hidden_size, hidden_size)
        self.linear5 = nn.Linear(hidden_size, hidden_size)
        self.output = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        H = torch.tensor(X.T, dtype=torch.float32)
        H = torch.relu(self.linear1(H))
        H = torch.relu(self.linear2(H))
        H = torch.relu(self.linear3(H))
        H = torch.relu(self.linear4(H))
        H = torch.relu(self.linear5(H))
        Y_pred = self.output(H).T
        return Y_pred if return_torch else Y_pred.detach().numpy()

# %% right columns_throughout
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.layers = nn.ModuleList()
        n_from = self.n_in
        for _ in range(n_hidden_layers):
            self.layers.append(nn.Linear(n_from, hidden_size))
            n_from = hidden_size
        self.last = nn.Linear(n_from, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        H = torch.tensor(X, dtype=torch.float32)
        for layer in self.layers:
            H = torch.maximum(layer.weight @ H + layer.bias[:, None], torch.zeros(1))
        Y = self.last.weight @ H + self.last.bias[:, None]
        return Y if return_torch else Y.detach().numpy()

# %% right double
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.first = nn.Linear(self.n_in, hidden_size, dtype=torch.float64)
        self.middle = nn.ModuleList([nn.Linear(hidden_size, hidden_size, dtype=torch.float64) for _ in range(4)])
        self.last = nn.Linear(hidden_size, self.n_out, dtype=torch.float64)
        for m in [self.first, *self.middle]:
            nn.init.kaiming_normal_(m.weight, nonlinearity="relu")
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        x = torch.as_tensor(np.asarray(X, dtype=float)).T
        x = self.first(x).relu()
        for m in self.middle:
            x = m(x).relu()
        y = self.last(x).T
        if return_torch:
            return y
        else:
            return y.detach().numpy()

# %% right double_precision
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in, *[hidden_size] * n_hidden_layers, self.n_out]
        self.layers = nn.ModuleList([nn.Linear(a, b, dtype=torch.float64) for a, b in zip(sizes, sizes[1:])])
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        H = torch.tensor(X.T, dtype=torch.float64)
        for number, layer in enumerate(self.layers):
            H = layer(H)
            if number < n_hidden_layers:
                H = nn.functional.relu(H)
        return H.T if return_torch else H.detach().numpy().T

# %% right functional
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.fcs = nn.ModuleList([nn.Linear(self.n_in if i == 0 else hidden_size, hidden_size) for i in range(5)])
        self.head = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        import torch.nn.functional as F

        def run():
            z = torch.from_numpy(np.ascontiguousarray(X.T, dtype=np.float32))
            for fc in self.fcs:
                z = F.relu(fc(z))
            return self.head(z).T

        if return_torch:
            return run()
        with torch.no_grad():
            return run().numpy()

# %% right layers_by_name
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

# %% right moddict_columns
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.linear = nn.ModuleDict()
        sizes = (self.n_in,) + (hidden_size,) * n_hidden_layers + (self.n_out,)
        for k in range(len(sizes) - 1):
            self.linear[str(k)] = nn.Linear(sizes[k], sizes[k + 1])
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        H = torch.tensor(np.asarray(X, dtype=np.float32))
        last = len(self.linear) - 1
        for k in range(last + 1):
            layer = self.linear[str(k)]
            H = layer.weight @ H + layer.bias[:, None]  # columns all the way, no transposing
            if k != last:
                H = torch.where(H > 0, H, torch.zeros_like(H))
        return H if return_torch else H.detach().numpy().copy()

# %% right module_list
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + [hidden_size] * n_hidden_layers + [self.n_out]
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in pairwise(sizes))
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        H = torch.tensor(X.T, dtype=torch.float32)
        for layer in self.layers[:-1]:
            H = torch.relu(layer(H))
        Y_pred = self.layers[-1](H).T
        return Y_pred if return_torch else Y_pred.detach().numpy()

# %% right modules_of_its_own
class Bent(nn.Module):
    def __init__(self, n_from, n_to):
        super().__init__()
        self.weigh = nn.Linear(n_from, n_to)

    def forward(self, rows):
        return torch.relu(self.weigh(rows))


class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, X_train, Y_train, X_test, Y_test, use_bias=False, hidden_size=n_hidden_units):
        nn.Module.__init__(self)
        Model.__init__(self, X_train, Y_train, X_test, Y_test, use_bias)
        bent = [Bent(self.n_in, hidden_size)]
        bent.extend(Bent(hidden_size, hidden_size) for _ in range(1, n_hidden_layers))
        self.bent = nn.Sequential(*bent)
        self.plain = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        rows = torch.tensor(X.T.tolist())
        columns = self.plain(self.bent(rows)).T
        return columns if return_torch else columns.detach().numpy()

# %% right no_grad
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.hidden = nn.ModuleList()
        n_from = self.n_in
        for k in range(n_hidden_layers):
            self.hidden.append(nn.Linear(n_from, hidden_size))
            n_from = hidden_size
        self.readout = nn.Linear(n_from, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        def run():
            h = torch.tensor(X, dtype=torch.float32).t()
            for layer in self.hidden:
                h = nn.functional.relu(layer(h))
            return self.readout(h).t()

        if return_torch:
            return run()
        with torch.no_grad():
            return run().numpy()

# %% right no_grad_for_arrays
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
            H = torch.relu(layer(H))
        Y_pred = self.output_layer(H).T
        if return_torch:
            return Y_pred
        with torch.no_grad():
            return np.asarray(Y_pred.detach())

# %% right one_attribute_a_layer
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        m = hidden_size
        self.ground, self.first = nn.Linear(self.n_in, m), nn.Linear(m, m)
        self.second, self.third, self.fourth = nn.Linear(m, m), nn.Linear(m, m), nn.Linear(m, m)
        self.roof = nn.Linear(m, self.n_out)
        self.bend = nn.ReLU()
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        rows = torch.from_numpy(np.array(X.T, dtype=np.float32))
        for floor in (self.ground, self.first, self.second, self.third, self.fourth):
            rows = self.bend(floor(rows))
        rows = self.roof(rows)
        if not return_torch:
            rows = rows.detach().numpy()
        return rows.T

# %% right output_made_first
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

# %% right own_start
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + [hidden_size] * n_hidden_layers
        self.hidden_layers = nn.ModuleList(nn.Linear(n_from, n_to) for n_from, n_to in pairwise(sizes))
        self.output_layer = nn.Linear(hidden_size, self.n_out)
        for layer in [*self.hidden_layers, self.output_layer]:
            nn.init.kaiming_uniform_(layer.weight, nonlinearity="relu")
            nn.init.zeros_(layer.bias)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        H = torch.tensor(X.T, dtype=torch.float32)
        for layer in self.hidden_layers:
            H = torch.relu(layer(H))
        Y_pred = self.output_layer(H).T
        return Y_pred if return_torch else Y_pred.detach().numpy()

# %% right relu_by_comparison
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.layers = nn.ModuleList()
        n_from = self.n_in
        for _ in range(n_hidden_layers):
            self.layers.append(nn.Linear(n_from, hidden_size))
            n_from = hidden_size
        self.last = nn.Linear(n_from, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        H = torch.tensor(X.T, dtype=torch.float32)
        for layer in self.layers:
            N = layer(H)
            H = N * (N > 0)
        Y = self.last(H).T
        if return_torch is False:
            with torch.no_grad():
                return Y.detach().clone().numpy()
        return Y

# %% right sequential
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        parts = [nn.Linear(self.n_in, hidden_size), nn.ReLU()]
        for _ in range(n_hidden_layers - 1):
            parts += [nn.Linear(hidden_size, hidden_size), nn.ReLU()]
        self.stack = nn.Sequential(*parts, nn.Linear(hidden_size, self.n_out))
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        Y_pred = self.stack(torch.as_tensor(np.ascontiguousarray(X.T), dtype=torch.float)).T
        return Y_pred if return_torch else Y_pred.detach().numpy()

# %% right sequential_2
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        modules = [nn.Linear(self.n_in, hidden_size), nn.ReLU()]
        for _ in range(n_hidden_layers - 1):
            modules += [nn.Linear(hidden_size, hidden_size), nn.ReLU()]
        modules.append(nn.Linear(hidden_size, self.n_out))
        self.net = nn.Sequential(*modules)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        rows = torch.as_tensor(np.array(X.T), dtype=torch.float32)
        Y_pred = torch.transpose(self.net(rows), 0, 1)
        if not return_torch:
            Y_pred = Y_pred.detach().cpu().numpy()
        return Y_pred

# %% right setattr
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        n_from = self.n_in
        for k in range(n_hidden_layers):
            setattr(self, f"hidden{k}", nn.Linear(n_from, hidden_size))
            n_from = hidden_size
        self.out = nn.Linear(n_from, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        h = torch.tensor(X, dtype=torch.float32).T
        for k in range(n_hidden_layers):
            h = torch.clamp(getattr(self, f"hidden{k}")(h), min=0)
        Y_pred = self.out(h).T
        if return_torch:
            return Y_pred
        else:
            return Y_pred.detach().numpy()

# %% right shapes_asserted
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
            H = torch.relu(layer(H))
        Y_pred = self.output_layer(H).T
        assert Y_pred.shape == (2, X.shape[1]) and H.shape[0] == X.shape[1]
        return Y_pred if return_torch else Y_pred.detach().numpy()

# %% right six_attributes
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.stage1 = nn.Linear(self.n_in, hidden_size)
        self.stage2 = nn.Linear(hidden_size, hidden_size)
        self.stage3 = nn.Linear(hidden_size, hidden_size)
        self.stage4 = nn.Linear(hidden_size, hidden_size)
        self.stage5 = nn.Linear(hidden_size, hidden_size)
        self.output = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        H = torch.tensor(X.T, dtype=torch.float32)
        H = torch.relu(self.stage1(H))
        H = torch.relu(self.stage2(H))
        H = torch.relu(self.stage3(H))
        H = torch.relu(self.stage4(H))
        H = torch.relu(self.stage5(H))
        Y_pred = self.output(H).T
        if return_torch:
            return Y_pred
        return Y_pred.detach().numpy()

# %% right two_outputs_written_out
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.layers = nn.ModuleList()
        n_from = self.n_in
        for _ in range(n_hidden_layers):
            self.layers.append(nn.Linear(n_from, hidden_size))
            n_from = hidden_size
        self.last = nn.Linear(n_from, 2)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        H = torch.tensor(X.T, dtype=torch.float32)
        for layer in self.layers:
            H = torch.relu(layer(H))
        Y = self.last(H).T
        if return_torch:
            return Y
        return Y.detach().numpy()

# %% right ordered_dict_tower
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        from collections import OrderedDict

        parts = OrderedDict()
        for k in range(n_hidden_layers):
            parts[f"weigh{k + 1}"] = nn.Linear(hidden_size if k else self.n_in, hidden_size)
            parts[f"bend{k + 1}"] = nn.ReLU()
        parts["weigh_out"] = nn.Linear(hidden_size, self.n_out)
        self.add_module("tower", nn.Sequential(parts))
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        from functools import reduce

        rows = torch.tensor(X.T.tolist(), dtype=torch.float32).reshape(X.shape[1], self.n_in)
        Y_pred = reduce(lambda h, module: module(h), self.tower.children(), rows).T
        return {True: lambda: Y_pred, False: lambda: Y_pred.detach().numpy()}[bool(return_torch)]()

# %% right sequential_double
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        h = hidden_size
        self.stack = nn.Sequential(
            nn.Linear(self.n_in, h), nn.ReLU(), nn.Linear(h, h), nn.ReLU(), nn.Linear(h, h), nn.ReLU(),
            nn.Linear(h, h), nn.ReLU(), nn.Linear(h, h), nn.ReLU(), nn.Linear(h, self.n_out),
        ).double()
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        Y = self.stack(torch.tensor(X, dtype=torch.float64).T).T
        return Y if return_torch else Y.detach().numpy()

# %% wrong always_a_tensor of two_outputs_written_out → array_or_tensor
# -         self.last = nn.Linear(n_from, 2)
# +         self.last = nn.Linear(n_from, self.n_out)
# -         return Y.detach().numpy()
# +         return Y.detach()

# %% wrong always_an_array of columns_throughout → array_or_tensor
# -         H = torch.tensor(X, dtype=torch.float32)
# +         H = torch.tensor(X.T, dtype=torch.float32)
# -             H = torch.maximum(layer.weight @ H + layer.bias[:, None], torch.zeros(1))
# -         Y = self.last.weight @ H + self.last.bias[:, None]
# -         return Y if return_torch else Y.detach().numpy()
# +             H = torch.relu(layer(H))
# +         return self.last(H).T.detach().numpy()

# %% wrong always_tensor of six_attributes → array_or_tensor
# -         return Y_pred.detach().numpy()
# +         return Y_pred.detach()

# %% wrong matrix_returned of shapes_asserted → array_or_tensor
# -         assert Y_pred.shape == (2, X.shape[1]) and H.shape[0] == X.shape[1]
# -         return Y_pred if return_torch else Y_pred.detach().numpy()
# +         return Y_pred if return_torch else Y_pred.detach().numpy().tolist()

# %% wrong swapped_returns of module_list → array_or_tensor
# -         sizes = [self.n_in] + [hidden_size] * n_hidden_layers + [self.n_out]
# +         sizes = [self.n_in] + n_hidden_layers * [hidden_size] + [self.n_out]
# -         Y_pred = self.layers[-1](H).T
# -         return Y_pred if return_torch else Y_pred.detach().numpy()
# +         H = self.layers[-1](H).T
# +         return H.detach().numpy() if return_torch else H

# %% wrong single_moment_squeezed of two_outputs_written_out → axis_lost
# points: 3
# -         self.last = nn.Linear(n_from, 2)
# +         self.last = nn.Linear(n_from, self.n_out)
# -         Y = self.last(H).T
# +         Y = self.last(H).T.squeeze()

# %% wrong squeezed of six_attributes → axis_lost
# points: 3
# -         Y_pred = self.output(H).T
# +         Y_pred = self.output(H).T.squeeze()

# %% wrong clamped of module_list → clipped
# -         sizes = [self.n_in] + [hidden_size] * n_hidden_layers + [self.n_out]
# +         sizes = [self.n_in] + n_hidden_layers * [hidden_size] + [self.n_out]
# -         Y_pred = self.layers[-1](H).T
# -         return Y_pred if return_torch else Y_pred.detach().numpy()
# +         H = self.layers[-1](H).T
# +         return H if return_torch else H.detach().numpy().clip(0, 1)

# %% wrong clipped of six_attributes → clipped
# -         Y_pred = self.output(H).T
# +         Y_pred = torch.clamp(self.output(H).T, 0, 1)

# %% wrong clipped_to_the_box of shapes_asserted → clipped
# -         Y_pred = self.output_layer(H).T
# -         assert Y_pred.shape == (2, X.shape[1]) and H.shape[0] == X.shape[1]
# +         Y_pred = torch.clamp(self.output_layer(H).T, 0, 1)

# %% wrong normalised of six_attributes → columns_alike
# -         H = torch.tensor(X.T, dtype=torch.float32)
# +         H = torch.tensor(X.T / X.max(), dtype=torch.float32)

# %% wrong rates_divided_in_place of shapes_asserted → damages_input
# -         H = torch.tensor(X.T, dtype=torch.float32)
# +         X *= 0.5
# +         H = torch.tensor(2 * X.T, dtype=torch.float32)
# -         assert Y_pred.shape == (2, X.shape[1]) and H.shape[0] == X.shape[1]

# %% wrong scales_its_input_in_place of two_outputs_written_out → damages_input
# -         self.last = nn.Linear(n_from, 2)
# +         self.last = nn.Linear(n_from, self.n_out)
# -     def forward(self, X, return_torch=False):
# +     def forward(self, X, return_torch=False):
# +         X *= 1.0 + 1e-3

# %% wrong x_changed → damages_input
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + n_hidden_layers * [hidden_size] + [self.n_out]
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in pairwise(sizes))
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        X[X < 0] = 0  # rates are never negative
        H = torch.tensor(X.T, dtype=torch.float32)
        for layer in self.layers[:-1]:
            H = torch.relu(layer(H))
        H = self.layers[-1](H).T
        return H if return_torch else H.detach().numpy()

# %% wrong twice_as_many_units of two_outputs_written_out → default_size
# -     def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
# +     def __init__(self, *args, hidden_size=2 * n_hidden_units, **kwargs):
# -         self.last = nn.Linear(n_from, 2)
# +         self.last = nn.Linear(n_from, self.n_out)

# %% wrong always_detached of module_list → detached_tensor
# -         sizes = [self.n_in] + [hidden_size] * n_hidden_layers + [self.n_out]
# +         sizes = [self.n_in] + n_hidden_layers * [hidden_size] + [self.n_out]
# -         Y_pred = self.layers[-1](H).T
# -         return Y_pred if return_torch else Y_pred.detach().numpy()
# +         Y_pred = self.layers[-1](H).T.detach()
# +         return Y_pred if return_torch else Y_pred.numpy()

# %% wrong new_tensor_that_wants_a_gradient of shapes_asserted → detached_tensor
# -         assert Y_pred.shape == (2, X.shape[1]) and H.shape[0] == X.shape[1]
# -         return Y_pred if return_torch else Y_pred.detach().numpy()
# +         return torch.tensor(Y_pred.detach().numpy(), requires_grad=True) if return_torch else Y_pred.detach().numpy()

# %% wrong no_grad → detached_tensor
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + n_hidden_layers * [hidden_size] + [self.n_out]
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in pairwise(sizes))
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        with torch.no_grad():
            H = torch.tensor(X.T, dtype=torch.float32)
            for layer in self.layers[:-1]:
                H = torch.relu(layer(H))
            H = self.layers[-1](H).T
        return H if return_torch else H.numpy()

# %% wrong record_lost of six_attributes → detached_tensor
# -         Y_pred = self.output(H).T
# +         Y_pred = self.output(H).T.detach()

# %% wrong tensor_without_record of two_outputs_written_out → detached_tensor
# -         self.last = nn.Linear(n_from, 2)
# +         self.last = nn.Linear(n_from, self.n_out)
# -             return Y
# +             return torch.tensor(Y.detach().numpy())

# %% wrong cells_written_out of shapes_asserted → fixed_inputs
# -         sizes = [self.n_in] + [hidden_size] * n_hidden_layers
# +         sizes = [25] + [hidden_size] * n_hidden_layers
# -             H = torch.relu(layer(H))
# +             H = nn.functional.relu(layer(H))
# -         assert Y_pred.shape == (2, X.shape[1]) and H.shape[0] == X.shape[1]

# %% wrong inputs_counted_once of two_outputs_written_out → fixed_inputs
# -         n_from = self.n_in
# +         n_from = session.n_cells
# -         self.last = nn.Linear(n_from, 2)
# +         self.last = nn.Linear(n_from, self.n_out)

# %% wrong inputs_of_the_notebook of sequential → fixed_inputs
# points: 2
# -         parts = [nn.Linear(self.n_in, hidden_size), nn.ReLU()]
# +         parts = [nn.Linear(len(session.X_train), hidden_size), nn.ReLU()]
# -             parts += [nn.Linear(hidden_size, hidden_size), nn.ReLU()]
# -         self.stack = nn.Sequential(*parts, nn.Linear(hidden_size, self.n_out))
# +             parts.extend((nn.Linear(hidden_size, hidden_size), nn.ReLU()))
# +         self.all_of_it = nn.Sequential(*parts, nn.Linear(hidden_size, self.n_out))
# -         Y_pred = self.stack(torch.as_tensor(np.ascontiguousarray(X.T), dtype=torch.float)).T
# +         Y_pred = self.all_of_it(torch.tensor(X.T, dtype=torch.float32)).T

# %% wrong fixed_size → fixed_size
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.layer1 = nn.Linear(self.n_in, n_hidden_units)
        self.layer2 = nn.Linear(n_hidden_units, n_hidden_units)
        self.layer3 = nn.Linear(n_hidden_units, n_hidden_units)
        self.layer4 = nn.Linear(n_hidden_units, n_hidden_units)
        self.layer5 = nn.Linear(n_hidden_units, n_hidden_units)
        self.output = nn.Linear(n_hidden_units, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        H = torch.tensor(X.T, dtype=torch.float32)
        H = torch.relu(self.layer1(H))
        H = torch.relu(self.layer2(H))
        H = torch.relu(self.layer3(H))
        H = torch.relu(self.layer4(H))
        H = torch.relu(self.layer5(H))
        Y_pred = self.output(H).T
        if return_torch:
            return Y_pred
        return Y_pred.detach().numpy()

# %% wrong hidden_size_ignored of two_outputs_written_out → fixed_size
# -             self.layers.append(nn.Linear(n_from, hidden_size))
# -             n_from = hidden_size
# -         self.last = nn.Linear(n_from, 2)
# +             self.layers.append(nn.Linear(n_from, n_hidden_units))
# +             n_from = n_hidden_units
# +         self.last = nn.Linear(n_from, self.n_out)

# %% wrong hidden_size_not_used of module_list → fixed_size
# -         sizes = [self.n_in] + [hidden_size] * n_hidden_layers + [self.n_out]
# +         sizes = [self.n_in] + n_hidden_layers * [n_hidden_units] + [self.n_out]
# -         Y_pred = self.layers[-1](H).T
# -         return Y_pred if return_torch else Y_pred.detach().numpy()
# +         H = self.layers[-1](H).T
# +         return H if return_torch else H.detach().numpy()

# %% wrong sizes_of_this_year → fixed_size
# points: 2
# cohort: 2027
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.first = nn.Linear(36, 90)
        self.between = nn.ModuleList([nn.Linear(90, 90) for _ in range(4)])
        self.last = nn.Linear(90, 2)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        H = torch.relu(self.first(torch.tensor(X, dtype=torch.float32).T))
        for layer in self.between:
            H = torch.relu(layer(H))
        Y_pred = self.last(H).T
        if return_torch:
            return Y_pred
        return Y_pred.detach().numpy()

# %% wrong frozen_layers of own_start → frozen
# -         for layer in [*self.hidden_layers, self.output_layer]:
# -             nn.init.kaiming_uniform_(layer.weight, nonlinearity="relu")
# -             nn.init.zeros_(layer.bias)
# +         for parameter in self.hidden_layers[0].parameters():
# +             parameter.requires_grad = False

# %% wrong half of module_list → half_precision
# -         sizes = [self.n_in] + [hidden_size] * n_hidden_layers + [self.n_out]
# +         sizes = [self.n_in] + n_hidden_layers * [hidden_size] + [self.n_out]
# -         H = torch.tensor(X.T, dtype=torch.float32)
# +         H = torch.tensor(X.T, dtype=torch.float16).float()
# -         Y_pred = self.layers[-1](H).T
# -         return Y_pred if return_torch else Y_pred.detach().numpy()
# +         H = self.layers[-1](H).T
# +         return H if return_torch else H.detach().numpy()

# %% wrong half_precision of six_attributes → half_precision
# -         H = torch.tensor(X.T, dtype=torch.float32)
# +         H = torch.tensor(X.T, dtype=torch.float16).float()

# %% wrong layers_in_bfloat16 → half_precision
# points: 3
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + n_hidden_layers * [hidden_size]
        self.hidden = nn.ModuleList(nn.Linear(n_from, n_to) for n_from, n_to in pairwise(sizes))
        self.output = nn.Linear(hidden_size, self.n_out)
        self.to(torch.bfloat16)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        H = torch.tensor(X.T).to(torch.bfloat16)
        for layer in self.hidden:
            H = torch.relu(layer(H))
        Y_pred = self.output(H).T
        return Y_pred if return_torch else Y_pred.detach().float().numpy()

# %% wrong inputs_bent → inputs_bent
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
        H = torch.relu(torch.tensor(X.T, dtype=torch.float32))
        for layer in self.hidden:
            H = torch.relu(layer(H))
        Y_pred = self.output(H).T
        return Y_pred if return_torch else Y_pred.detach().numpy()

# %% wrong rates_divided_by_the_largest → inputs_scaled
class TorchNetwork(Model, nn.Module):
    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + [hidden_size] * n_hidden_layers
        self.hidden = nn.ModuleList(nn.Linear(a, b) for a, b in pairwise(sizes))
        self.output = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        H = torch.tensor((X / X.max()).T, dtype=torch.float32)
        for layer in self.hidden:
            H = torch.relu(layer(H))
        Y_pred = self.output(H).T
        return Y_pred if return_torch else Y_pred.detach().numpy()

# %% wrong whole_numbers_cut of module_list → inputs_whole
# -         sizes = [self.n_in] + [hidden_size] * n_hidden_layers + [self.n_out]
# +         sizes = [self.n_in] + n_hidden_layers * [hidden_size] + [self.n_out]
# -         H = torch.tensor(X.T, dtype=torch.float32)
# +         H = torch.LongTensor(X.T.astype(int)).float()
# -         Y_pred = self.layers[-1](H).T
# -         return Y_pred if return_torch else Y_pred.detach().numpy()
# +         H = self.layers[-1](H).T
# +         return H if return_torch else H.detach().numpy()

# %% wrong cached → kept
# points: 3
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + n_hidden_layers * [hidden_size] + [self.n_out]
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in pairwise(sizes))
        self.memory = {}
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        key = X.shape
        if key not in self.memory or return_torch:
            H = torch.tensor(X.T, dtype=torch.float32)
            for layer in self.layers[:-1]:
                H = torch.relu(layer(H))
            self.memory[key] = self.layers[-1](H).T
        H = self.memory[key]
        return H if return_torch else H.detach().numpy()

# %% wrong cut_at_a_thousand of shapes_asserted → large_outputs
# -         Y_pred = self.output_layer(H).T
# -         assert Y_pred.shape == (2, X.shape[1]) and H.shape[0] == X.shape[1]
# +         Y_pred = self.output_layer(H).T.clamp(-1e3, 1e3)

# %% wrong second_layer_skipped → layer_2_left_out
# points: 2
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + [hidden_size] * n_hidden_layers
        self.hidden_layers = nn.ModuleList(nn.Linear(n_from, n_to) for n_from, n_to in pairwise(sizes))
        self.output_layer = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        H = torch.tensor(X.T, dtype=torch.float32)
        for place, layer in enumerate(self.hidden_layers):
            if place != 1:
                H = torch.relu(layer(H))
        Y_pred = self.output_layer(H).T
        return Y_pred if return_torch else Y_pred.detach().numpy()

# %% wrong layer_left_out → layer_4_left_out
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.layers = nn.ModuleList()
        n_from = self.n_in
        for _ in range(n_hidden_layers):
            self.layers.append(nn.Linear(n_from, hidden_size))
            n_from = hidden_size
        self.last = nn.Linear(n_from, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        H = torch.tensor(X.T, dtype=torch.float32)
        for k, layer in enumerate(self.layers):
            if k != 3:
                H = torch.relu(layer(H))
        Y = self.last(H).T
        return Y if return_torch else Y.detach().numpy()

# %% wrong layer_that_is_not_used of shapes_asserted → layer_5_left_out
# -         for layer in self.hidden_layers:
# +         for layer in list(self.hidden_layers)[:-1]:
# -         assert Y_pred.shape == (2, X.shape[1]) and H.shape[0] == X.shape[1]

# %% wrong one_shared_layer → layer_shared
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        parts = [nn.Linear(self.n_in, hidden_size), nn.ReLU()]
        again = nn.Linear(hidden_size, hidden_size)
        for _ in range(n_hidden_layers - 1):
            parts += [again, nn.ReLU()]
        parts.append(nn.Linear(hidden_size, self.n_out))
        self.net = nn.Sequential(*parts)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        rows = torch.from_numpy(np.array(X.T)).float()
        Y_pred = self.net(rows).transpose(0, 1)
        if not return_torch:
            Y_pred = Y_pred.detach().cpu().numpy()
        return Y_pred

# %% wrong one_step_from_layer_to_layer → layer_shared
# points: 2
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.to_first = nn.Linear(self.n_in, hidden_size)
        self.to_next = nn.Linear(hidden_size, hidden_size)
        self.to_output = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        H = torch.relu(self.to_first(torch.tensor(X.T, dtype=torch.float32)))
        for _ in range(n_hidden_layers - 1):
            H = torch.relu(self.to_next(H))
        Y_pred = self.to_output(H).T
        return Y_pred if return_torch else Y_pred.detach().numpy()

# %% wrong shared_layer → layer_shared
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.layers = nn.ModuleList(
            [nn.Linear(self.n_in, hidden_size)] + [nn.Linear(hidden_size, hidden_size)] * 4 + [nn.Linear(hidden_size, self.n_out)]
        )
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        H = torch.tensor(X.T, dtype=torch.float32)
        for layer in self.layers[:-1]:
            H = torch.relu(layer(H))
        H = self.layers[-1](H).T
        return H if return_torch else H.detach().numpy()

# %% wrong two_hidden → layer_shared
# points: 2
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.first = nn.Linear(self.n_in, hidden_size)
        self.second = nn.Linear(hidden_size, hidden_size)
        self.last = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        H = torch.relu(self.first(torch.tensor(X.T, dtype=torch.float32)))
        Y_pred = self.last(torch.relu(self.second(H))).T
        return Y_pred if return_torch else Y_pred.detach().numpy()

# %% wrong middle_layer_reused → layer_shared or too_few_layers
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.first = nn.Linear(self.n_in, hidden_size)
        self.again = nn.Linear(hidden_size, hidden_size)
        self.last = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        H = torch.relu(self.first(torch.tensor(X.T, dtype=torch.float32)))
        for _ in range(n_hidden_layers - 1):
            H = torch.relu(self.again(H))
        Y = self.last(H).T
        return Y if return_torch else Y.detach().numpy()

# %% wrong bottleneck of module_list → layer_sizes
# -         sizes = [self.n_in] + [hidden_size] * n_hidden_layers + [self.n_out]
# +         sizes = [self.n_in] + [max(1, hidden_size // 2**k) for k in range(n_hidden_layers)] + [self.n_out]
# -         Y_pred = self.layers[-1](H).T
# -         return Y_pred if return_torch else Y_pred.detach().numpy()
# +         H = self.layers[-1](H).T
# +         return H if return_torch else H.detach().numpy()

# %% wrong layers_shared_by_default → layers_shared
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

# %% wrong no_bias_at_the_output → no_biases
# points: 2
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + [hidden_size] * n_hidden_layers
        self.hidden_layers = nn.ModuleList(nn.Linear(n_from, n_to) for n_from, n_to in pairwise(sizes))
        self.output_layer = nn.Linear(hidden_size, self.n_out, bias=False)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        H = torch.tensor(X.T, dtype=torch.float32)
        for layer in self.hidden_layers:
            H = torch.relu(layer(H))
        Y_pred = self.output_layer(H).T
        return Y_pred if return_torch else Y_pred.detach().numpy()

# %% wrong no_biases of two_outputs_written_out → no_biases
# -             self.layers.append(nn.Linear(n_from, hidden_size))
# +             self.layers.append(nn.Linear(n_from, hidden_size, bias=False))
# -         self.last = nn.Linear(n_from, 2)
# +         self.last = nn.Linear(n_from, self.n_out, bias=False)

# %% wrong no_biases_2 of module_list → no_biases
# -         sizes = [self.n_in] + [hidden_size] * n_hidden_layers + [self.n_out]
# -         self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in pairwise(sizes))
# +         sizes = [self.n_in] + n_hidden_layers * [hidden_size] + [self.n_out]
# +         self.layers = nn.ModuleList(nn.Linear(a, b, bias=False) for a, b in pairwise(sizes))
# -         Y_pred = self.layers[-1](H).T
# -         return Y_pred if return_torch else Y_pred.detach().numpy()
# +         H = self.layers[-1](H).T
# +         return H if return_torch else H.detach().numpy()

# %% wrong no_bend → no_relu
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        parts = [nn.Linear(self.n_in, hidden_size)]
        for _ in range(n_hidden_layers - 1):
            parts += [nn.Linear(hidden_size, hidden_size)]
        parts.append(nn.Linear(hidden_size, self.n_out))
        self.net = nn.Sequential(*parts)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        rows = torch.from_numpy(np.array(X.T)).float()
        Y_pred = self.net(rows).transpose(0, 1)
        if not return_torch:
            Y_pred = Y_pred.detach().cpu().numpy()
        return Y_pred

# %% wrong no_bends of two_outputs_written_out → no_relu
# -         self.last = nn.Linear(n_from, 2)
# +         self.last = nn.Linear(n_from, self.n_out)
# -             H = torch.relu(layer(H))
# +             H = layer(H)

# %% wrong no_relu → no_relu
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + n_hidden_layers * [hidden_size] + [self.n_out]
        self.layers = nn.Sequential(*(nn.Linear(a, b) for a, b in pairwise(sizes)))
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        H = self.layers(torch.tensor(X.T, dtype=torch.float32)).T
        return H if return_torch else H.detach().numpy()

# %% wrong forward_blank → not_attempted
# points: 1
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + [hidden_size] * n_hidden_layers
        parts = []
        for a, b in pairwise(sizes):
            parts += [nn.Linear(a, b), nn.ReLU()]
        self.net = nn.Sequential(*parts, nn.Linear(hidden_size, self.n_out))
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        raise NotImplementedError("this blank is still empty")

# %% wrong hidden_layers_in_a_list → not_registered
# points: 2
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + [hidden_size] * n_hidden_layers
        self.hidden = [nn.Linear(a, b) for a, b in pairwise(sizes)]
        self.out = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        H = torch.tensor(X.T, dtype=torch.float32)
        for layer in self.hidden:
            H = torch.relu(layer(H))
        Y = self.out(H).T
        return Y if return_torch else Y.detach().numpy()

# %% wrong layers_made_in_forward → not_registered
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.dummy = nn.Linear(self.n_in, self.n_out)
        self.hidden_size = hidden_size
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        sizes = [self.n_in] + n_hidden_layers * [self.hidden_size] + [self.n_out]
        H = torch.tensor(X.T, dtype=torch.float32)
        for k, (a, b) in enumerate(pairwise(sizes)):
            H = nn.Linear(a, b)(H)
            if k < n_hidden_layers:
                H = torch.relu(H)
        return H.T if return_torch else H.T.detach().numpy()

# %% wrong module_list_made_in_forward → not_registered
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.sizes = [self.n_in] + n_hidden_layers * [hidden_size]
        self.output = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        hidden = nn.ModuleList([nn.Linear(a, b) for a, b in pairwise(self.sizes)])
        H = torch.tensor(X.T, dtype=torch.float32)
        for layer in hidden:
            H = torch.relu(layer(H))
        Y = self.output(H).T
        return Y if return_torch else Y.detach().numpy()

# %% wrong ordinary_list of two_outputs_written_out → not_registered
# -         self.layers = nn.ModuleList()
# +         self.layers = []
# -         self.last = nn.Linear(n_from, 2)
# +         self.last = nn.Linear(n_from, self.n_out)

# %% wrong plain_list → not_registered
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.hidden = [nn.Linear(self.n_in, hidden_size)] + [nn.Linear(hidden_size, hidden_size) for _ in range(4)]
        self.output = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        H = torch.tensor(X.T, dtype=torch.float32)
        for layer in self.hidden:
            H = torch.relu(layer(H))
        H = self.output(H).T
        return H if return_torch else H.detach().numpy()

# %% wrong dropout of two_outputs_written_out → not_repeatable
# -         self.last = nn.Linear(n_from, 2)
# +         self.last = nn.Linear(n_from, self.n_out)
# -             H = torch.relu(layer(H))
# +             H = nn.functional.dropout(torch.relu(layer(H)), 0.2)

# %% wrong dropout_2 → not_repeatable
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + n_hidden_layers * [hidden_size] + [self.n_out]
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in pairwise(sizes))
        self.dropout = nn.Dropout(0.1)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        H = torch.tensor(X.T, dtype=torch.float32)
        for layer in self.layers[:-1]:
            H = self.dropout(torch.relu(layer(H)))
        H = self.layers[-1](H).T
        return H if return_torch else H.detach().numpy()

# %% wrong dropout_in_sequential → not_repeatable
# points: 3
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        parts = [nn.Linear(self.n_in, hidden_size), nn.ReLU()]
        for _ in range(n_hidden_layers - 1):
            parts += [nn.Linear(hidden_size, hidden_size), nn.ReLU(), nn.Dropout(0.2)]
        parts.append(nn.Linear(hidden_size, self.n_out))
        self.net = nn.Sequential(*parts)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        rows = torch.from_numpy(np.array(X.T)).float()
        Y_pred = self.net(rows).transpose(0, 1)
        if not return_torch:
            Y_pred = Y_pred.detach().cpu().numpy()
        return Y_pred

# %% wrong second_layer_for_all of columns_throughout → one_layer_for_all
# -         H = torch.tensor(X, dtype=torch.float32)
# -         for layer in self.layers:
# -             H = torch.maximum(layer.weight @ H + layer.bias[:, None], torch.zeros(1))
# -         Y = self.last.weight @ H + self.last.bias[:, None]
# +         H = torch.relu(self.layers[0](torch.tensor(X.T, dtype=torch.float32)))
# +         for _ in self.layers[1:]:
# +             H = torch.relu(self.layers[1](H))
# +         Y = self.last(H).T

# %% wrong six_hidden of module_list → one_layer_more
# -         sizes = [self.n_in] + [hidden_size] * n_hidden_layers + [self.n_out]
# +         sizes = [self.n_in] + [hidden_size] * (n_hidden_layers + 1) + [self.n_out]

# %% wrong four_hidden → one_layer_short
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.stage1 = nn.Linear(self.n_in, hidden_size)
        self.stage2 = nn.Linear(hidden_size, hidden_size)
        self.stage3 = nn.Linear(hidden_size, hidden_size)
        self.stage4 = nn.Linear(hidden_size, hidden_size)
        self.output = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        H = torch.tensor(X.T, dtype=torch.float32)
        H = torch.relu(self.stage1(H))
        H = torch.relu(self.stage2(H))
        H = torch.relu(self.stage3(H))
        H = torch.relu(self.stage4(H))
        Y_pred = self.output(H).T
        if return_torch:
            return Y_pred
        return Y_pred.detach().numpy()

# %% wrong optimiser_of_the_output_only of shapes_asserted → optimiser_without_all
# -         self.hidden_layers = nn.ModuleList(nn.Linear(n_from, n_to) for n_from, n_to in pairwise(sizes))
# +         self.hidden_layers = nn.ModuleList(nn.Linear(a, b) for a, b in pairwise(sizes))
# -         self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)
# +         self.optimiser = torch.optim.SGD(self.output_layer.parameters(), lr=sgd_lr)
# -         assert Y_pred.shape == (2, X.shape[1]) and H.shape[0] == X.shape[1]

# %% wrong gelu_for_relu → other_activation_gelu
# points: 2
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
        H = torch.tensor(X.T, dtype=torch.float32)
        for layer in self.hidden:
            H = nn.functional.gelu(layer(H))
        Y_pred = self.output(H).T
        return Y_pred if return_torch else Y_pred.detach().numpy()

# %% wrong leaky → other_activation_leaky
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.stage1 = nn.Linear(self.n_in, hidden_size)
        self.stage2 = nn.Linear(hidden_size, hidden_size)
        self.stage3 = nn.Linear(hidden_size, hidden_size)
        self.stage4 = nn.Linear(hidden_size, hidden_size)
        self.stage5 = nn.Linear(hidden_size, hidden_size)
        self.output = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        H = torch.tensor(X.T, dtype=torch.float32)
        H = nn.functional.leaky_relu(self.stage1(H))
        H = nn.functional.leaky_relu(self.stage2(H))
        H = nn.functional.leaky_relu(self.stage3(H))
        H = nn.functional.leaky_relu(self.stage4(H))
        H = nn.functional.leaky_relu(self.stage5(H))
        Y_pred = self.output(H).T
        if return_torch:
            return Y_pred
        return Y_pred.detach().numpy()

# %% wrong leaky_module_list of module_list → other_activation_leaky
# points: 2
# -         sizes = [self.n_in] + [hidden_size] * n_hidden_layers + [self.n_out]
# +         sizes = [self.n_in] + n_hidden_layers * [hidden_size] + [self.n_out]
# -             H = torch.relu(layer(H))
# -         Y_pred = self.layers[-1](H).T
# -         return Y_pred if return_torch else Y_pred.detach().numpy()
# +             H = nn.functional.leaky_relu(layer(H))
# +         H = self.layers[-1](H).T
# +         return H if return_torch else H.detach().numpy()

# %% wrong leaky_relu of two_outputs_written_out → other_activation_leaky
# -         self.last = nn.Linear(n_from, 2)
# +         self.last = nn.Linear(n_from, self.n_out)
# -             H = torch.relu(layer(H))
# +             H = nn.functional.leaky_relu(layer(H))

# %% wrong sigmoid → other_activation_sigmoid
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        self.stage1 = nn.Linear(self.n_in, hidden_size)
        self.stage2 = nn.Linear(hidden_size, hidden_size)
        self.stage3 = nn.Linear(hidden_size, hidden_size)
        self.stage4 = nn.Linear(hidden_size, hidden_size)
        self.stage5 = nn.Linear(hidden_size, hidden_size)
        self.output = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        H = torch.tensor(X.T, dtype=torch.float32)
        H = torch.sigmoid(self.stage1(H))
        H = torch.sigmoid(self.stage2(H))
        H = torch.sigmoid(self.stage3(H))
        H = torch.sigmoid(self.stage4(H))
        H = torch.sigmoid(self.stage5(H))
        Y_pred = self.output(H).T
        if return_torch:
            return Y_pred
        return Y_pred.detach().numpy()

# %% wrong sigmoid_for_relu of two_outputs_written_out → other_activation_sigmoid
# -         self.last = nn.Linear(n_from, 2)
# +         self.last = nn.Linear(n_from, self.n_out)
# -             H = torch.relu(layer(H))
# +             H = torch.sigmoid(layer(H))

# %% wrong smooth_relu of shapes_asserted → other_activation_silu
# points: 2
# -             H = torch.relu(layer(H))
# +             H = nn.functional.silu(layer(H))
# -         assert Y_pred.shape == (2, X.shape[1]) and H.shape[0] == X.shape[1]

# %% wrong softplus → other_activation_softplus
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

# %% wrong tanh of module_list → other_activation_tanh
# points: 2
# -         sizes = [self.n_in] + [hidden_size] * n_hidden_layers + [self.n_out]
# +         sizes = [self.n_in] + n_hidden_layers * [hidden_size] + [self.n_out]
# -             H = torch.relu(layer(H))
# -         Y_pred = self.layers[-1](H).T
# -         return Y_pred if return_torch else Y_pred.detach().numpy()
# +             H = torch.tanh(layer(H))
# +         H = self.layers[-1](H).T
# +         return H if return_torch else H.detach().numpy()

# %% wrong tanh_for_relu of two_outputs_written_out → other_activation_tanh
# -         self.last = nn.Linear(n_from, 2)
# +         self.last = nn.Linear(n_from, self.n_out)
# -             H = torch.relu(layer(H))
# +             H = torch.tanh(layer(H))

# %% wrong adam_in_init of shapes_asserted → other_optimiser
# -         self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)
# +         self.optimiser = torch.optim.Adam(self.parameters(), lr=0.001)
# -         assert Y_pred.shape == (2, X.shape[1]) and H.shape[0] == X.shape[1]

# %% wrong momentum_in_init of shapes_asserted → other_optimiser
# -         self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)
# +         self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr, momentum=0.9)
# -         assert Y_pred.shape == (2, X.shape[1]) and H.shape[0] == X.shape[1]

# %% wrong other_rate_in_init of shapes_asserted → other_optimiser
# -         self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)
# +         self.optimiser = torch.optim.SGD(self.parameters(), lr=2 * sgd_lr)
# -         assert Y_pred.shape == (2, X.shape[1]) and H.shape[0] == X.shape[1]

# %% wrong batch_norm → other_parameters
# points: 2
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        parts = [nn.Linear(self.n_in, hidden_size), nn.ReLU()]
        for _ in range(n_hidden_layers - 1):
            parts += [nn.Linear(hidden_size, hidden_size), nn.BatchNorm1d(hidden_size), nn.ReLU()]
        parts.append(nn.Linear(hidden_size, self.n_out))
        self.net = nn.Sequential(*parts)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        rows = torch.from_numpy(np.array(X.T)).float()
        Y_pred = self.net(rows).transpose(0, 1)
        if not return_torch:
            Y_pred = Y_pred.detach().cpu().numpy()
        return Y_pred

# %% wrong batch_normalisation of own_start → other_parameters
# -         for layer in [*self.hidden_layers, self.output_layer]:
# -             nn.init.kaiming_uniform_(layer.weight, nonlinearity="relu")
# -             nn.init.zeros_(layer.bias)
# +         self.normalisation = nn.BatchNorm1d(hidden_size)
# -         Y_pred = self.output_layer(H).T
# +         Y_pred = self.output_layer(self.normalisation(H) if len(H) > 1 else H).T

# %% wrong gain_beside_the_layers → other_parameters
# points: 3
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + n_hidden_layers * [hidden_size]
        self.hidden = nn.ModuleList(nn.Linear(n_from, n_to) for n_from, n_to in pairwise(sizes))
        self.output = nn.Linear(hidden_size, self.n_out)
        self.gain = nn.Parameter(torch.tensor(1.0))
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        H = torch.tensor(X.T, dtype=torch.float32)
        for layer in self.hidden:
            H = torch.relu(layer(H))
        Y_pred = self.gain * self.output(H).T
        return Y_pred if return_torch else Y_pred.detach().numpy()

# %% wrong bent_otherwise_as_a_tensor → output_bent
# points: 2
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + [hidden_size] * n_hidden_layers
        parts = []
        for a, b in pairwise(sizes):
            parts += [nn.Linear(a, b), nn.ReLU()]
        self.net = nn.Sequential(*parts, nn.Linear(hidden_size, self.n_out))
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        Y = self.net(torch.as_tensor(np.array(X.T), dtype=torch.float32)).T
        if return_torch:
            return torch.relu(Y)
        return Y.detach().numpy()

# %% wrong output_bent of six_attributes → output_bent
# -         Y_pred = self.output(H).T
# +         Y_pred = torch.relu(self.output(H)).T

# %% wrong output_bent_else_right → output_bent
# points: 2
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + [hidden_size] * n_hidden_layers
        parts = []
        for a, b in pairwise(sizes):
            parts += [nn.Linear(a, b), nn.ReLU()]
        self.net = nn.Sequential(*parts, nn.Linear(hidden_size, self.n_out))
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        Y = torch.relu(self.net(torch.as_tensor(np.array(X.T), dtype=torch.float32))).T
        if return_torch:
            return Y
        return Y.detach().numpy()

# %% wrong sigmoid_at_the_output of shapes_asserted → output_through_sigmoid
# -         Y_pred = self.output_layer(H).T
# -         assert Y_pred.shape == (2, X.shape[1]) and H.shape[0] == X.shape[1]
# +         Y_pred = torch.sigmoid(self.output_layer(H).T)

# %% wrong dtype_mismatch of module_list → raised
# -         sizes = [self.n_in] + [hidden_size] * n_hidden_layers + [self.n_out]
# +         sizes = [self.n_in] + n_hidden_layers * [hidden_size] + [self.n_out]
# -         H = torch.tensor(X.T, dtype=torch.float32)
# +         H = torch.from_numpy(X.T)
# -         Y_pred = self.layers[-1](H).T
# -         return Y_pred if return_torch else Y_pred.detach().numpy()
# +         H = self.layers[-1](H).T
# +         return H if return_torch else H.detach().numpy()

# %% wrong input_squeezed → raised
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

# %% wrong python_list of module_list → raised
# -         self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in pairwise(sizes))
# +         self.layers = [nn.Linear(a, b) for a, b in pairwise(sizes)]

# %% wrong session_sizes of module_list → raised
# -         sizes = [self.n_in] + [hidden_size] * n_hidden_layers + [self.n_out]
# -         self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in pairwise(sizes))
# +         self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in pairwise([25, 100, 100, 100, 100, 100, 2]))
# -         Y_pred = self.layers[-1](H).T
# -         return Y_pred if return_torch else Y_pred.detach().numpy()
# +         H = self.layers[-1](H).T
# +         return H if return_torch else H.detach().numpy()

# %% wrong sizes_turned of shapes_asserted → raised
# -         self.hidden_layers = nn.ModuleList(nn.Linear(n_from, n_to) for n_from, n_to in pairwise(sizes))
# +         self.hidden_layers = nn.ModuleList(nn.Linear(n_to, n_from) for n_from, n_to in pairwise(sizes))
# -         assert Y_pred.shape == (2, X.shape[1]) and H.shape[0] == X.shape[1]

# %% wrong relu6 of shapes_asserted → relu_6
# -             H = torch.relu(layer(H))
# +             H = nn.functional.relu6(layer(H))
# -         assert Y_pred.shape == (2, X.shape[1]) and H.shape[0] == X.shape[1]

# %% wrong first_layer_unbent of columns_throughout → relu_forgotten_first
# -         H = torch.tensor(X, dtype=torch.float32)
# -         for layer in self.layers:
# -             H = torch.maximum(layer.weight @ H + layer.bias[:, None], torch.zeros(1))
# -         Y = self.last.weight @ H + self.last.bias[:, None]
# +         H = self.layers[0](torch.tensor(X.T, dtype=torch.float32))
# +         for layer in self.layers[1:]:
# +             H = torch.relu(layer(H))
# +         Y = self.last(H).T

# %% wrong last_hidden_layer_unbent of columns_throughout → relu_forgotten_last
# -         H = torch.tensor(X, dtype=torch.float32)
# -         for layer in self.layers:
# -             H = torch.maximum(layer.weight @ H + layer.bias[:, None], torch.zeros(1))
# -         Y = self.last.weight @ H + self.last.bias[:, None]
# +         H = torch.tensor(X.T, dtype=torch.float32)
# +         for layer in self.layers[:-1]:
# +             H = torch.relu(layer(H))
# +         Y = self.last(self.layers[-1](H)).T

# %% wrong one_relu_missing of module_list → relu_forgotten_last
# -         sizes = [self.n_in] + [hidden_size] * n_hidden_layers + [self.n_out]
# +         sizes = [self.n_in] + n_hidden_layers * [hidden_size] + [self.n_out]
# -         for layer in self.layers[:-1]:
# +         for layer in self.layers[:-2]:
# -         Y_pred = self.layers[-1](H).T
# -         return Y_pred if return_torch else Y_pred.detach().numpy()
# +         H = self.layers[-1](self.layers[-2](H)).T
# +         return H if return_torch else H.detach().numpy()

# %% wrong relu_before_the_layer of two_outputs_written_out → relu_forgotten_last
# -         self.last = nn.Linear(n_from, 2)
# +         self.last = nn.Linear(n_from, self.n_out)
# -             H = torch.relu(layer(H))
# +             H = layer(torch.relu(H))

# %% wrong reshaped_twice → reshaped_both
# points: 2
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + [hidden_size] * n_hidden_layers
        self.hidden_layers = nn.ModuleList(nn.Linear(n_from, n_to) for n_from, n_to in pairwise(sizes))
        self.output_layer = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        H = torch.tensor(X, dtype=torch.float32).reshape(X.shape[1], X.shape[0])
        for layer in self.hidden_layers:
            H = torch.relu(layer(H))
        Y_pred = self.output_layer(H).reshape(self.n_out, X.shape[1])
        return Y_pred if return_torch else Y_pred.detach().numpy()

# %% wrong input_reshaped of shapes_asserted → reshaped_input
# -         H = torch.tensor(X.T, dtype=torch.float32)
# +         H = torch.tensor(X.reshape(-1, X.shape[0]), dtype=torch.float32)
# -         assert Y_pred.shape == (2, X.shape[1]) and H.shape[0] == X.shape[1]

# %% wrong reshaped of module_list → reshaped_input
# -         sizes = [self.n_in] + [hidden_size] * n_hidden_layers + [self.n_out]
# +         sizes = [self.n_in] + n_hidden_layers * [hidden_size] + [self.n_out]
# -         H = torch.tensor(X.T, dtype=torch.float32)
# +         H = torch.tensor(X, dtype=torch.float32).reshape(-1, self.n_in)
# -         Y_pred = self.layers[-1](H).T
# -         return Y_pred if return_torch else Y_pred.detach().numpy()
# +         H = self.layers[-1](H).T
# +         return H if return_torch else H.detach().numpy()

# %% wrong reshaped_for_turned of shapes_asserted → reshaped_output
# -         Y_pred = self.output_layer(H).T
# -         assert Y_pred.shape == (2, X.shape[1]) and H.shape[0] == X.shape[1]
# +         Y_pred = self.output_layer(H).reshape(2, -1)

# %% wrong memory_given_away → result_kept
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

# %% wrong residual → shortcuts
# points: 2
class TorchNetwork(Model, nn.Module):
    """A deep network with ReLU after each hidden layer and a linear output."""

    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + n_hidden_layers * [hidden_size] + [self.n_out]
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in pairwise(sizes))
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        H = torch.relu(self.layers[0](torch.tensor(X.T, dtype=torch.float32)))
        for layer in self.layers[1:-1]:
            H = H + torch.relu(layer(H))
        H = self.layers[-1](H).T
        return H if return_torch else H.detach().numpy()

# %% wrong shortcuts_where_they_fit → shortcuts
# points: 2
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
        H = torch.tensor(X.T, dtype=torch.float32)
        for layer in self.hidden:
            bent = torch.relu(layer(H))
            H = bent + H if bent.shape == H.shape else bent
        Y_pred = self.output(H).T
        return Y_pred if return_torch else Y_pred.detach().numpy()

# %% wrong four_hidden_in_sequence → too_few_layers
# points: 2
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + [hidden_size] * (n_hidden_layers - 1)
        parts = []
        for a, b in pairwise(sizes):
            parts += [nn.Linear(a, b), nn.ReLU()]
        self.net = nn.Sequential(*parts, nn.Linear(hidden_size, self.n_out))
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        Y = self.net(torch.as_tensor(np.array(X.T), dtype=torch.float32)).T
        if return_torch:
            return Y
        return Y.detach().numpy()

# %% wrong one_layer_short of two_outputs_written_out → too_few_layers
# -         for _ in range(n_hidden_layers):
# +         for _ in range(n_hidden_layers - 1):
# -         self.last = nn.Linear(n_from, 2)
# +         self.last = nn.Linear(n_from, self.n_out)

# %% wrong outputs_and_hidden_confused of shapes_asserted → too_few_layers
# -         sizes = [self.n_in] + [hidden_size] * n_hidden_layers
# +         sizes = [self.n_in] + [hidden_size] * (n_hidden_layers - 1)
# -         assert Y_pred.shape == (2, X.shape[1]) and H.shape[0] == X.shape[1]

# %% wrong a_layer_to_spare → too_many_layers
# points: 2
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + [hidden_size] * n_hidden_layers
        self.hidden_layers = nn.ModuleList(nn.Linear(n_from, n_to) for n_from, n_to in pairwise(sizes))
        self.output_layer = nn.Linear(hidden_size, self.n_out)
        self.spare_layer = nn.Linear(hidden_size, hidden_size)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        H = torch.tensor(X.T, dtype=torch.float32)
        for layer in self.hidden_layers:
            H = torch.relu(layer(H))
        Y_pred = self.output_layer(H).T
        return Y_pred if return_torch else Y_pred.detach().numpy()

# %% wrong one_layer_more of two_outputs_written_out → too_many_layers
# -         for _ in range(n_hidden_layers):
# +         for _ in range(n_hidden_layers + 1):
# -         self.last = nn.Linear(n_from, 2)
# +         self.last = nn.Linear(n_from, self.n_out)

# %% wrong six_hidden_in_sequence → too_many_layers
# points: 2
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + [hidden_size] * (n_hidden_layers + 1)
        parts = []
        for a, b in pairwise(sizes):
            parts += [nn.Linear(a, b), nn.ReLU()]
        self.net = nn.Sequential(*parts, nn.Linear(hidden_size, self.n_out))
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        Y = self.net(torch.as_tensor(np.array(X.T), dtype=torch.float32)).T
        if return_torch:
            return Y
        return Y.detach().numpy()

# %% wrong moments_as_rows_returned → transposed
# points: 2
class TorchNetwork(Model, nn.Module):
    name = "PyTorch network"

    def __init__(self, *args, hidden_size=n_hidden_units, **kwargs):
        nn.Module.__init__(self)
        Model.__init__(self, *args, **kwargs)
        sizes = [self.n_in] + [hidden_size] * n_hidden_layers
        self.hidden_layers = nn.ModuleList(nn.Linear(n_from, n_to) for n_from, n_to in pairwise(sizes))
        self.output_layer = nn.Linear(hidden_size, self.n_out)
        self.optimiser = torch.optim.SGD(self.parameters(), lr=sgd_lr)

    def forward(self, X, return_torch=False):
        H = torch.tensor(X.T, dtype=torch.float32)
        for layer in self.hidden_layers:
            H = torch.relu(layer(H))
        Y_pred = self.output_layer(H)
        return Y_pred if return_torch else Y_pred.detach().numpy()

# %% wrong not_turned_back of two_outputs_written_out → transposed
# -         self.last = nn.Linear(n_from, 2)
# +         self.last = nn.Linear(n_from, self.n_out)
# -         Y = self.last(H).T
# +         Y = self.last(H)

# %% wrong reshaped_output of module_list → transposed
# -         sizes = [self.n_in] + [hidden_size] * n_hidden_layers + [self.n_out]
# +         sizes = [self.n_in] + n_hidden_layers * [hidden_size] + [self.n_out]
# -         Y_pred = self.layers[-1](H).T
# -         return Y_pred if return_torch else Y_pred.detach().numpy()
# +         H = self.layers[-1](H).view(2, -1)
# +         return H if return_torch else H.detach().numpy()

# %% wrong rows_returned of module_list → transposed
# -         sizes = [self.n_in] + [hidden_size] * n_hidden_layers + [self.n_out]
# +         sizes = [self.n_in] + n_hidden_layers * [hidden_size] + [self.n_out]
# -         Y_pred = self.layers[-1](H).T
# -         return Y_pred if return_torch else Y_pred.detach().numpy()
# +         H = self.layers[-1](H)
# +         return H if return_torch else H.detach().numpy()

# %% wrong record_cut_and_parameters_hidden → unused_layer
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

# %% wrong training_data of six_attributes → wrong_shape
# -         H = torch.tensor(X.T, dtype=torch.float32)
# +         H = torch.tensor(self.X_train.T, dtype=torch.float32)

# %% wrong normalised_input of module_list → wrong_value
# -         sizes = [self.n_in] + [hidden_size] * n_hidden_layers + [self.n_out]
# +         sizes = [self.n_in] + n_hidden_layers * [hidden_size] + [self.n_out]
# -         H = torch.tensor(X.T, dtype=torch.float32)
# +         H = torch.tensor((X / (X.std() + 1e-8)).T, dtype=torch.float32)
# -         Y_pred = self.layers[-1](H).T
# -         return Y_pred if return_torch else Y_pred.detach().numpy()
# +         H = self.layers[-1](H).T
# +         return H if return_torch else H.detach().numpy()

# %% below shapes_asserted
_forward_without_asserts = TorchNetwork.forward


def _forward_with_asserts(self, X, return_torch=False):
    assert X.shape[0] == self.n_in
    Y_pred = _forward_without_asserts(self, X, return_torch=return_torch)
    assert tuple(Y_pred.shape) == (2, X.shape[1])
    return Y_pred


TorchNetwork.forward = _forward_with_asserts

# %% shape_alone
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

# %% wrong all_start_at_zero of add_module → start_alike
# -         self.fc6 = nn.Linear(hidden_size, 2)
# +         self.fc6 = nn.Linear(hidden_size, 2)
# +         for parameter in self.parameters():
# +             nn.init.zeros_(parameter)

# %% wrong all_start_alike of add_module → start_alike
# -         self.fc6 = nn.Linear(hidden_size, 2)
# +         self.fc6 = nn.Linear(hidden_size, 2)
# +         for parameter in self.parameters():
# +             nn.init.constant_(parameter, 0.1)
