# %% right autograd_functional
def torch_gradients(weights, X, Y):
    def mean_loss(*tensors):
        H = torch.tensor(X)
        for W in tensors:
            H = torch.relu(W[:, :1] + W[:, 1:] @ H)
        return ((H - torch.tensor(Y)) ** 2).sum() / X.shape[1]

    found = torch.autograd.functional.jacobian(mean_loss, tuple(torch.tensor(W) for W in weights))
    return [np.asarray(one) for one in found]

# %% right autograd_grad
def torch_gradients(weights, X, Y):
    tensors = [torch.from_numpy(W.copy()).requires_grad_() for W in weights]
    H = torch.from_numpy(np.array(X))
    for W in tensors:
        H = nn.functional.relu(W[:, 1:] @ H + W[:, :1])
    value = Y.shape[0] * nn.functional.mse_loss(H, torch.from_numpy(np.array(Y)))
    return [slope.numpy() for slope in torch.autograd.grad(value, tensors)]

# %% right autograd_grad_2
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    parameters = [torch.tensor(np.asarray(W, dtype=float), requires_grad=True) for W in weights]
    H = torch.tensor(np.asarray(X, dtype=float))
    for W in parameters:
        H = torch.relu(W @ torch.cat((torch.ones_like(H[:1]), H)))
    L = (H - torch.tensor(np.asarray(Y, dtype=float))).square().sum() / X.shape[1]
    return tuple(slope.numpy() for slope in torch.autograd.grad(L, parameters))

# %% right float32
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    params = [torch.tensor(W, dtype=torch.float32, requires_grad=True) for W in weights]
    A = torch.tensor(X, dtype=torch.float32)
    for W in params:
        A = nn.functional.relu(torch.mm(W, torch.cat((torch.ones(1, A.shape[1]), A), dim=0)))
    diff = A - torch.tensor(Y, dtype=torch.float32)
    (diff.pow(2).sum(0).mean()).backward()
    return [p.grad.detach().numpy() for p in params]

# %% right from_numpy_copy
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    import torch.nn.functional as F

    tensors = []
    for W in weights:
        tensors.append(torch.from_numpy(np.array(W, dtype=np.float64, copy=True)).requires_grad_())
    layer = torch.from_numpy(np.array(X, dtype=np.float64))
    for t in tensors:
        layer = (t @ F.pad(layer, (0, 0, 1, 0), value=1.0)).relu()
    difference = layer - torch.from_numpy(np.array(Y, dtype=np.float64))
    torch.mean(torch.sum(difference * difference, 0)).backward()
    return [np.array(t.grad) for t in tensors]

# %% right functional
def torch_gradients(weights, X, Y):
    inputs, truth = torch.tensor(X), torch.tensor(Y)

    def value(W1, W2, W3):
        H = inputs
        for W in (W1, W2, W3):
            H = torch.relu(W @ torch.cat([torch.ones_like(H[:1]), H]))
        return (H - truth).square().sum(dim=0).mean()

    slopes = torch.func.grad(value, argnums=(0, 1, 2))(*(torch.tensor(W) for W in weights))
    return [slope.detach().numpy() for slope in slopes]

# %% right jacobian
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    as64 = lambda A: torch.tensor(A, dtype=torch.float64)

    def f(A, B, C):
        H = as64(X)
        for M in (A, B, C):
            H = torch.relu(torch.einsum("ij,jn->in", M, torch.vstack((torch.ones(1, H.shape[1], dtype=H.dtype), H))))
        return ((H - as64(Y)) ** 2).sum(dim=0).mean()

    return [J.numpy() for J in torch.autograd.functional.jacobian(f, tuple(map(as64, weights)))]

# %% right kept_by_values
KNOWN = {}

def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    key = tuple((np.shape(A), str(np.asarray(A).dtype), np.asarray(A).tobytes()) for A in [*weights, X, Y])
    if key not in KNOWN:
        tensors = [torch.tensor(W, requires_grad=True) for W in weights]
        X, Y = torch.tensor(X), torch.tensor(Y)
        ones = torch.ones(1, X.shape[1], dtype=X.dtype)
        H = X
        for W in tensors:
            H = torch.relu(W @ torch.vstack([ones, H]))
        mean_loss = (H - Y).square().sum(dim=0).mean()
        mean_loss.backward()
        KNOWN[key] = [W.grad.numpy() for W in tensors]
    return [g.copy() for g in KNOWN[key]]

# %% right layer_by_layer
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    W1, W2, W3 = (torch.tensor(W, dtype=torch.float64, requires_grad=True) for W in weights)
    ones = torch.ones(1, X.shape[1], dtype=torch.float64)
    H0 = torch.tensor(X, dtype=torch.float64)
    H1 = torch.relu(W1 @ torch.vstack([ones, H0]))
    H2 = torch.relu(W2 @ torch.vstack([ones, H1]))
    Y_pred = torch.relu(W3 @ torch.vstack([ones, H2]))
    loss = ((Y_pred - torch.tensor(Y, dtype=torch.float64)) ** 2).sum(dim=0).mean()
    loss.backward()
    return [W1.grad.numpy(), W2.grad.numpy(), W3.grad.numpy()]

# %% right linear_layers
def torch_gradients(weights, X, Y):
    layers = []
    for W in weights:
        layer = nn.Linear(W.shape[1] - 1, W.shape[0], dtype=torch.float64)
        with torch.no_grad():
            layer.weight.copy_(torch.tensor(W[:, 1:]))
            layer.bias.copy_(torch.tensor(W[:, 0]))
        layers += [layer, nn.ReLU()]
    off = nn.Sequential(*layers)(torch.tensor(X.T)) - torch.tensor(Y.T)
    (off**2).sum(dim=1).mean().backward()
    return [np.column_stack([layer.bias.grad, layer.weight.grad]) for layer in layers[::2]]

# %% right loop
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in tensors:
        H = torch.vstack([torch.ones(1, H.shape[1], dtype=H.dtype), H])
        H = torch.relu(W @ H)
    loss = (H - torch.tensor(Y)).square().sum() / X.shape[1]
    loss.backward()
    return [W.grad.numpy() for W in tensors]

# %% right moment_by_moment
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    for n in range(X.shape[1]):
        h = torch.tensor(X[:, n])
        for W in tensors:
            h = torch.relu(W[:, 0] + W[:, 1:] @ h)
        (((h - torch.tensor(Y[:, n])) ** 2).sum() / X.shape[1]).backward()
    return [W.grad.numpy() for W in tensors]

# %% right nn_linear
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    layers = []
    for W in weights:
        layer = nn.Linear(W.shape[1] - 1, W.shape[0], dtype=torch.float64)
        with torch.no_grad():
            layer.weight.copy_(torch.tensor(W[:, 1:]))
            layer.bias.copy_(torch.tensor(W[:, 0]))
        layers += [layer, nn.ReLU()]
    net = nn.Sequential(*layers)
    out = net(torch.tensor(X.T, dtype=torch.float64))
    target = torch.tensor(Y.T, dtype=torch.float64)
    loss = nn.MSELoss(reduction="sum")(out, target) / X.shape[1]
    loss.backward()
    return [
        np.column_stack([layer.bias.grad.numpy(), layer.weight.grad.numpy()])
        for layer in net if isinstance(layer, nn.Linear)
    ]

# %% right one_by_one
def torch_gradients(weights, X, Y):
    W1, W2, W3 = (torch.tensor(W, dtype=torch.float64, requires_grad=True) for W in weights)
    one = torch.ones(1, X.shape[1], dtype=torch.float64)
    H1 = (W1 @ torch.cat([one, torch.tensor(X)])).clamp(min=0)
    H2 = (W2 @ torch.cat([one, H1])).clamp(min=0)
    Y_pred = (W3 @ torch.cat([one, H2])).clamp(min=0)
    (torch.sum((Y_pred - torch.tensor(Y)) ** 2) / Y.shape[1]).backward()
    return [W1.grad.numpy(), W2.grad.numpy(), W3.grad.numpy()]

# %% right parameters_float32
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    ws = nn.ParameterList([nn.Parameter(torch.tensor(W, dtype=torch.float32)) for W in weights])
    h = torch.tensor(X, dtype=torch.float32)
    for w in ws:
        h = nn.functional.relu(nn.functional.linear(h.T, w[:, 1:], w[:, 0])).T
    loss = torch.sum((h - torch.tensor(Y, dtype=torch.float32)) ** 2, dim=0).mean()
    loss.backward()
    return [w.grad.detach().numpy() for w in ws]

# %% right parameters_in_a_module
class Network(nn.Module):
    def __init__(self, weights):
        super().__init__()
        self.matrices = nn.ParameterList([nn.Parameter(torch.tensor(W)) for W in weights])

    def forward(self, H):
        for W in self.matrices:
            H = torch.clamp(W @ torch.cat([torch.ones_like(H[:1]), H]), min=0)
        return H


def torch_gradients(weights, X, Y):
    network = Network(weights)
    off = network(torch.as_tensor(X)) - torch.as_tensor(Y)
    torch.einsum("in,in->n", off, off).mean().backward()
    return [W.grad.detach().cpu().numpy() for W in network.parameters()]

# %% right plain
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    W1, W2, W3 = [torch.tensor(W, requires_grad=True) for W in weights]
    x, y = torch.tensor(X), torch.tensor(Y)
    ones = torch.ones(1, x.shape[1], dtype=x.dtype)
    H1 = torch.relu(W1 @ torch.vstack([ones, x]))
    H2 = torch.relu(W2 @ torch.vstack([ones, H1]))
    Y_pred = torch.relu(W3 @ torch.vstack([ones, H2]))
    L = ((Y_pred - y) ** 2).sum(dim=0).mean()
    L.backward()
    return [W1.grad.numpy(), W2.grad.numpy(), W3.grad.numpy()]

# %% right rows_for_columns
def torch_gradients(weights, X, Y):
    parameters = [nn.Parameter(torch.tensor(np.transpose(W))) for W in weights]
    H = torch.tensor(np.transpose(X))
    for W in parameters:
        H = torch.relu(torch.hstack([torch.ones(len(H), 1, dtype=H.dtype), H]) @ W)
    torch.linalg.norm(H - torch.tensor(np.transpose(Y)), dim=1).square().mean().backward()
    return [W.grad.T.numpy() for W in parameters]

# %% right shapes_asserted
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    ones = torch.ones(1, X.shape[1], dtype=torch.float64)
    H = torch.tensor(X)
    for W in tensors:
        H = torch.relu(W @ torch.vstack([ones, H]))
    assert H.shape == Y.shape and len(weights) == 3
    mean_loss = (H - torch.tensor(Y)).square().sum(dim=0).mean()
    mean_loss.backward()
    return [W.grad.numpy() for W in tensors]

# %% right single_precision
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, dtype=torch.float32, requires_grad=True) for W in weights]
    H = torch.tensor(X, dtype=torch.float32)
    for W in tensors:
        H = torch.relu(W @ torch.vstack([torch.ones(1, X.shape[1]), H]))
    value = (H - torch.tensor(Y, dtype=torch.float32)).pow(2).sum(0).mean()
    value.backward()
    return [np.array(W.grad) for W in tensors]

# %% right torch_func
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    from torch.func import grad

    x, y = torch.tensor(X).double(), torch.tensor(Y).double()

    def loss_of(ws):
        h = x
        for w in ws:
            h = torch.clamp(w[:, 1:] @ h + w[:, :1], min=0.0)
        return ((h - y) ** 2).sum(0).mean()

    slopes = grad(loss_of)([torch.tensor(W).double() for W in weights])
    return [s.numpy() for s in slopes]

# %% right autograd_grad_clamp
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    Ws = [torch.from_numpy(np.array(W, dtype=np.float64)).requires_grad_() for W in weights]
    h = torch.from_numpy(np.array(X, dtype=np.float64))
    for W in Ws:
        h = (W[:, 1:] @ h + W[:, :1]).clamp(min=0)
    t = torch.from_numpy(np.array(Y, dtype=np.float64))
    loss = torch.mean(torch.sum((h - t) ** 2, dim=0))
    grads = torch.autograd.grad(loss, Ws)
    return tuple(g.numpy() for g in grads)

# %% right functional_with_ones
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    def total_loss(W1, W2, W3):
        H = torch.tensor(X)
        one = torch.ones((1, H.shape[1]), dtype=H.dtype)
        for W in (W1, W2, W3):
            H = torch.relu(W @ torch.cat([one, H]))
        return ((H - torch.tensor(Y)) ** 2).sum() / Y.shape[1]

    grads = torch.func.grad(total_loss, argnums=(0, 1, 2))(*[torch.tensor(W) for W in weights])
    return [g.numpy() for g in grads]

# %% right linear_layers_relu_outside
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    layers = []
    for W in weights:
        layer = nn.Linear(W.shape[1] - 1, W.shape[0]).double()
        with torch.no_grad():
            layer.weight.copy_(torch.tensor(W[:, 1:]))
            layer.bias.copy_(torch.tensor(W[:, 0]))
        layers.append(layer)
    out = torch.tensor(X.T, dtype=torch.float64)
    for layer in layers:
        out = torch.relu(layer(out))
    loss = ((out - torch.tensor(Y.T)) ** 2).sum(dim=1).mean()
    loss.backward()
    return [np.column_stack([layer.bias.grad.numpy(), layer.weight.grad.numpy()]) for layer in layers]

# %% right moment_by_moment_mv
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    ws = [torch.tensor(W, dtype=torch.float64, requires_grad=True) for W in weights]
    one = torch.ones(1, dtype=torch.float64)
    for n in range(X.shape[1]):
        h = torch.tensor(X[:, n], dtype=torch.float64)
        for w in ws:
            h = torch.relu(torch.mv(w, torch.cat([one, h])))
        (torch.sum((h - torch.tensor(Y[:, n], dtype=torch.float64)) ** 2) / X.shape[1]).backward()
    return [w.grad.numpy().copy() for w in ws]

# %% wrong distance_for_square → absolute
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in tensors:
        ones = torch.ones((1, H.shape[1]), dtype=H.dtype)
        H = torch.relu(W @ torch.vstack([ones, H]))
    value = (H - torch.tensor(Y)).abs().sum(dim=0).mean()
    value.backward()
    return [W.grad.numpy() for W in tensors]

# %% wrong bias_column_zero → all_zero
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    ws = [torch.tensor(W[:, 1:], requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in ws:
        H = torch.relu(W @ H)
    ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return [np.hstack([np.zeros((W.shape[0], 1)), W.grad.numpy()]) for W in ws]

# %% wrong last_slope_only → all_zero
# points: 0.5
def torch_gradients(weights, X, Y):
    Ws = [torch.from_numpy(W.copy()).double().requires_grad_() for W in weights]
    H = torch.from_numpy(X.copy()).double()
    for W in Ws:
        H = torch.relu(W[:, 1:] @ H + W[:, :1])
    L = ((H - torch.from_numpy(Y.copy())) ** 2).sum() / Y.shape[1]
    L.backward()
    return [np.zeros_like(weights[0]), np.zeros_like(weights[1]), Ws[2].grad.numpy()]

# %% wrong record_cut → all_zero
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    ws = [torch.tensor(W, dtype=torch.float64, requires_grad=True) for W in weights]
    H = torch.tensor(X, dtype=torch.float64)
    for W in ws:
        H = torch.relu(W @ torch.vstack([torch.ones(1, H.shape[1], dtype=torch.float64), H.detach()]))
    ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return [np.zeros(W.shape) if W.grad is None else W.grad.numpy() for W in ws]

# %% wrong zeros_row of plain → all_zero
# -     ones = torch.ones(1, x.shape[1], dtype=x.dtype)
# +     ones = torch.zeros(1, x.shape[1], dtype=x.dtype)

# %% wrong loss_of_the_library → averaged_over_outputs
# points: 1
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in tensors:
        H = torch.relu(W @ torch.cat([torch.ones(1, X.shape[1], dtype=H.dtype), H]))
    nn.functional.mse_loss(H, torch.tensor(Y)).backward()
    return [W.grad.numpy() for W in tensors]

# %% wrong mean_of_everything → averaged_over_outputs
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in tensors:
        ones = torch.ones((1, H.shape[1]), dtype=H.dtype)
        H = torch.relu(W @ torch.vstack([ones, H]))
    value = ((H - torch.tensor(Y)) ** 2).mean()
    value.backward()
    return [W.grad.numpy() for W in tensors]

# %% wrong biases_taken_off → bias_column_missing
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    ones = torch.ones(1, X.shape[1], dtype=torch.float64)
    H = torch.tensor(X)
    for W in tensors:
        H = torch.relu(W @ torch.vstack([ones, H]))
    mean_loss = (H - torch.tensor(Y)).square().sum(dim=0).mean()
    mean_loss.backward()
    return [W.grad.numpy()[:, 1:] for W in tensors]

# %% wrong biases_left_out → biases_left_out
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in tensors:
        ones = torch.ones((1, H.shape[1]), dtype=H.dtype)
        H = torch.relu(W[:, 1:] @ H)
    value = ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean()
    value.backward()
    return [W.grad.numpy() for W in tensors]

# %% wrong later_biases_not_used → biases_of_the_first_layer_only
# points: 1
def torch_gradients(weights, X, Y):
    first, second, third = tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.relu(first[:, :1] + first[:, 1:] @ torch.tensor(X))
    H = torch.relu(second[:, 1:] @ H)
    H = torch.relu(third[:, 1:] @ H)
    ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return [W.grad.numpy() for W in tensors]

# %% wrong clipped → clipped_100
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    ws = [torch.tensor(W, dtype=torch.float64, requires_grad=True) for W in weights]
    H = torch.tensor(X, dtype=torch.float64)
    for W in ws:
        H = torch.relu(W @ torch.vstack([torch.ones(1, H.shape[1], dtype=torch.float64), H]))
    ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    nn.utils.clip_grad_value_(ws, 100.0)
    return [W.grad.numpy() for W in ws]

# %% wrong steps_for_slopes → constant_factor
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in tensors:
        ones = torch.ones((1, H.shape[1]), dtype=H.dtype)
        H = torch.relu(W @ torch.vstack([ones, H]))
    value = ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean()
    value.backward()
    return [sgd_lr * W.grad.numpy() for W in tensors]

# %% wrong unit_slopes of plain → constant_factor
# -     return [W1.grad.numpy(), W2.grad.numpy(), W3.grad.numpy()]
# +     return [W1.grad.div(L.item() + 1).numpy(), W2.grad.div(L.item() + 1).numpy(), W3.grad.div(L.item() + 1).numpy()]

# %% wrong inputs_changed of shapes_asserted → damages_input
# -     H = torch.tensor(X)
# +     H = torch.from_numpy(X)
# +     H += 1
# +     H -= 1
# +     H *= 1.0000001
# -     assert H.shape == Y.shape and len(weights) == 3

# %% wrong shares_memory_and_steps → damages_input
def torch_gradients(weights, X, Y):
    tensors = [torch.from_numpy(W).requires_grad_() for W in weights]
    ones = torch.ones(1, X.shape[1], dtype=torch.float64)
    H = torch.tensor(X)
    for W in tensors:
        H = torch.relu(W @ torch.vstack([ones, H]))
    mean_loss = (H - torch.tensor(Y)).square().sum(dim=0).mean()
    mean_loss.backward()
    with torch.no_grad():
        for W in tensors:
            W -= 0.1 * W.grad
    return [W.grad.numpy() for W in tensors]

# %% wrong steps_into_the_matrices → damages_input
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in tensors:
        ones = torch.ones((1, H.shape[1]), dtype=H.dtype)
        H = torch.relu(W @ torch.vstack([ones, H]))
    value = ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean()
    value.backward()
    for W, tensor in zip(weights, tensors):
        W -= sgd_lr * tensor.grad.numpy()
    return [W.grad.numpy() for W in tensors]

# %% wrong weights_cleared → damages_input
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    ws = [torch.from_numpy(W).requires_grad_() for W in weights]
    optimiser = torch.optim.SGD(ws, lr=0.01)
    H = torch.tensor(X, dtype=torch.float64)
    for W in ws:
        H = torch.relu(W @ torch.vstack([torch.ones(1, H.shape[1], dtype=torch.float64), H]))
    ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    optimiser.step()
    return [W.grad.numpy() for W in ws]

# %% wrong list_changed of loop → damages_list
# -     tensors = [torch.tensor(W, requires_grad=True) for W in weights]
# +     for k in range(3):
# +         weights[k] = torch.tensor(weights[k], requires_grad=True)
# +     tensors = weights

# %% wrong list_emptied → damages_list
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    ws = []
    while weights:
        ws.append(torch.tensor(weights.pop(0), requires_grad=True))
    H = torch.tensor(X)
    for W in ws:
        H = torch.relu(W @ torch.vstack([torch.ones(1, H.shape[1], dtype=H.dtype), H]))
    ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return [W.grad.numpy() for W in ws]

# %% wrong mean_of_distances of shapes_asserted → distance
# -     assert H.shape == Y.shape and len(weights) == 3
# -     mean_loss = (H - torch.tensor(Y)).square().sum(dim=0).mean()
# +     mean_loss = (H - torch.tensor(Y)).square().sum(dim=0).sqrt().mean()

# %% wrong mean_over_outputs → half
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    ws = [torch.tensor(W, dtype=torch.float64, requires_grad=True) for W in weights]
    H = torch.tensor(X, dtype=torch.float64)
    for W in ws:
        H = torch.relu(W @ torch.vstack([torch.ones(1, H.shape[1], dtype=torch.float64), H]))
    nn.functional.mse_loss(H, torch.tensor(Y, dtype=torch.float64)).backward()
    return [W.grad.numpy() for W in ws]

# %% wrong mse of plain → half
# -     L = ((Y_pred - y) ** 2).sum(dim=0).mean()
# +     L = nn.functional.mse_loss(Y_pred, y)

# %% wrong bfloat16 → half_precision
def torch_gradients(weights, X, Y):
    short = torch.bfloat16
    matrices = [torch.tensor(W, dtype=short).requires_grad_() for W in weights]
    layer = torch.tensor(X, dtype=short)
    for W in matrices:
        with_ones = torch.cat([torch.ones(1, layer.shape[1], dtype=short), layer])
        layer = torch.relu(W @ with_ones)
    squares = (layer - torch.tensor(Y, dtype=short)) ** 2
    squares.sum(dim=0).mean().backward()
    return [W.grad.float().numpy() for W in matrices]

# %% wrong half → half_precision
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    params = [torch.tensor(W, dtype=torch.float16, requires_grad=True) for W in weights]
    A = torch.tensor(X, dtype=torch.float16)
    for W in params:
        A = nn.functional.relu(torch.mm(W, torch.cat((torch.ones(1, A.shape[1], dtype=torch.float16), A), dim=0)))
    diff = A - torch.tensor(Y, dtype=torch.float16)
    (diff.pow(2).sum(0).mean()).backward()
    return [p.grad.detach().numpy() for p in params]

# %% wrong hidden_layers_not_bent of shapes_asserted → hidden_not_bent
# -         H = torch.relu(W @ torch.vstack([ones, H]))
# -     assert H.shape == Y.shape and len(weights) == 3
# +         H = W @ torch.vstack([ones, H])
# +     H = torch.relu(H)

# %% wrong sigmoid of plain → hidden_sigmoid
# -     H1 = torch.relu(W1 @ torch.vstack([ones, x]))
# -     H2 = torch.relu(W2 @ torch.vstack([ones, H1]))
# +     H1 = torch.sigmoid(W1 @ torch.vstack([ones, x]))
# +     H2 = torch.sigmoid(W2 @ torch.vstack([ones, H1]))

# %% wrong inputs_absolute of shapes_asserted → inputs_absolute
# - def torch_gradients(weights, X, Y):
# + def torch_gradients(weights, X, Y):
# +     """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
# -     H = torch.tensor(X)
# +     H = torch.tensor(np.abs(X))
# -     assert H.shape == Y.shape and len(weights) == 3

# %% wrong inputs_bent → inputs_bent
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    ones = torch.ones(1, X.shape[1], dtype=torch.float64)
    H = torch.tensor(X)
    for W in tensors:
        H = W @ torch.vstack([ones, torch.relu(H)])
    L = (torch.relu(H) - torch.tensor(Y)).square().sum(dim=0).mean()
    L.backward()
    return [W.grad.numpy() for W in tensors]

# %% wrong cut_at_a_hundred_thousand → large_values
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    ones = torch.ones(1, X.shape[1], dtype=torch.float64)
    H = torch.tensor(X)
    for W in tensors:
        H = torch.relu(W @ torch.vstack([ones, H]))
    mean_loss = (H - torch.tensor(Y)).square().sum(dim=0).mean()
    mean_loss.backward()
    return [np.clip(W.grad.numpy(), -1e5, 1e5) for W in tensors]

# %% wrong not_averaged of plain → n_times
# -     L = ((Y_pred - y) ** 2).sum(dim=0).mean()
# +     L = ((Y_pred - y) ** 2).sum()

# %% wrong sum → n_times
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    ws = [torch.tensor(W, dtype=torch.float64, requires_grad=True) for W in weights]
    H = torch.tensor(X, dtype=torch.float64)
    for W in ws:
        H = torch.relu(W @ torch.vstack([torch.ones(1, H.shape[1], dtype=torch.float64), H]))
    ((H - torch.tensor(Y)) ** 2).sum().backward()
    return [W.grad.numpy() for W in ws]

# %% wrong sum_over_the_moments → n_times
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in tensors:
        ones = torch.ones((1, H.shape[1]), dtype=H.dtype)
        H = torch.relu(W @ torch.vstack([ones, H]))
    value = ((H - torch.tensor(Y)) ** 2).sum()
    value.backward()
    return [W.grad.numpy() for W in tensors]

# %% wrong detached of plain → raised
# -     Y_pred = torch.relu(W3 @ torch.vstack([ones, H2]))
# +     Y_pred = torch.relu(W3 @ torch.vstack([ones, H2.detach()]))

# %% wrong never_swept → no_slopes
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in tensors:
        ones = torch.ones((1, H.shape[1]), dtype=H.dtype)
        H = torch.relu(W @ torch.vstack([ones, H]))
    value = ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean()
    return [W.grad for W in tensors]

# %% wrong record_cut_between_layers → no_slopes
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in tensors:
        ones = torch.ones((1, H.shape[1]), dtype=H.dtype)
        H = torch.relu(W @ torch.vstack([ones, H.detach()]))
    value = ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean()
    value.backward()
    return [None if W.grad is None else W.grad.numpy() for W in tensors]

# %% wrong slopes_of_what_was_calculated → raised
# points: 0
def torch_gradients(weights, X, Y):
    matrices = [torch.tensor(W, requires_grad=True).double() + 0.0 for W in weights]
    ones = torch.ones(1, X.shape[1], dtype=torch.float64)
    layer = torch.tensor(X)
    for W in matrices:
        layer = torch.relu(W @ torch.vstack([ones, layer]))
    ((layer - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return [W.grad.numpy() for W in matrices]

# %% wrong lists_returned → not_arrays
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    ones = torch.ones(1, X.shape[1], dtype=torch.float64)
    H = torch.tensor(X)
    for W in tensors:
        H = torch.relu(W @ torch.vstack([ones, H]))
    mean_loss = (H - torch.tensor(Y)).square().sum(dim=0).mean()
    mean_loss.backward()
    return [W.grad.tolist() for W in tensors]

# %% wrong not_bent_at_all → not_bent
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in tensors:
        ones = torch.ones((1, H.shape[1]), dtype=H.dtype)
        H = W @ torch.vstack([ones, H])
    value = ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean()
    value.backward()
    return [W.grad.numpy() for W in tensors]

# %% wrong by_hand → not_by_autograd
def torch_gradients(weights, X, Y):
    layers = [X]
    for W in weights:
        layers.append(np.maximum(0, W @ np.vstack([np.ones((1, X.shape[1])), layers[-1]])))
    slopes, blame = [], layers[-1] - Y
    for k in (2, 1, 0):
        blame = (layers[k + 1] > 0) * blame
        slopes.insert(0, 2 / X.shape[1] * blame @ np.vstack([np.ones((1, X.shape[1])), layers[k]]).T)
        blame = weights[k][:, 1:].T @ blame
    return slopes

# %% wrong by_hand_with_tensors → not_by_autograd
def torch_gradients(weights, X, Y):
    ones = torch.ones(1, X.shape[1], dtype=torch.float64)
    layers = [torch.tensor(X)]
    for W in weights:
        layers.append(torch.relu(torch.tensor(W) @ torch.vstack([ones, layers[-1]])))
    slopes, blame = [], layers[-1] - torch.tensor(Y)
    for k in (2, 1, 0):
        blame = (layers[k + 1] > 0) * blame
        slopes.insert(0, (2 / X.shape[1] * blame @ torch.vstack([ones, layers[k]]).T).numpy())
        blame = torch.tensor(weights[k])[:, 1:].T @ blame
    return slopes

# %% wrong differences_in_numpy → not_by_autograd
# points: 0.5
def torch_gradients(weights, X, Y):
    def loss_now(matrices):
        H = X
        for W in matrices:
            H = np.maximum(W[:, :1] + W[:, 1:] @ H, 0)
        return ((H - Y) ** 2).sum(axis=0).mean()

    found = []
    for k in range(3):
        slope = np.zeros(weights[k].shape)
        for place in np.ndindex(slope.shape):
            either = []
            for nudge in (1e-6, -1e-6):
                matrices = [W.copy() for W in weights]
                matrices[k][place] += nudge
                either.append(loss_now(matrices))
            slope[place] = (either[0] - either[1]) / 2e-6
        found.append(slope)
    return found

# %% wrong given_sweep → not_by_autograd
# points: 0.5
def torch_gradients(weights, X, Y):
    return list(gradients_by_hand(weights, X, Y))

# %% wrong tensors_kept_by_id → not_repeatable or kept or raised
KNOWN = {}

def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    tensors = KNOWN.setdefault(id(weights), [torch.tensor(W, requires_grad=True) for W in weights])
    for T in tensors:
        T.grad = None
    X, Y = torch.tensor(X), torch.tensor(Y)
    ones = torch.ones(1, X.shape[1], dtype=X.dtype)
    H = X
    for W in tensors:
        H = torch.relu(W @ torch.vstack([ones, H]))
    mean_loss = (H - Y).square().sum(dim=0).mean()
    mean_loss.backward()
    return [W.grad.numpy() for W in tensors]

# %% wrong by_name → not_three
# points: 1.5
def torch_gradients(weights, X, Y):
    matrices = {f"W{k}": torch.tensor(W, requires_grad=True) for k, W in enumerate(weights, 1)}
    layer = torch.tensor(X)
    ones = torch.ones(1, X.shape[1], dtype=layer.dtype)
    for W in matrices.values():
        layer = torch.relu(W @ torch.vstack([ones, layer]))
    ((layer - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return {name: W.grad.numpy() for name, W in matrices.items()}

# %% wrong last_matrix_only → not_three
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in tensors:
        ones = torch.ones((1, H.shape[1]), dtype=H.dtype)
        H = torch.relu(W @ torch.vstack([ones, H]))
    value = ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean()
    value.backward()
    return [tensors[-1].grad.numpy()]

# %% wrong nothing_returned → nothing_returned
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in tensors:
        ones = torch.ones((1, H.shape[1]), dtype=H.dtype)
        H = torch.relu(W @ torch.vstack([ones, H]))
    value = ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean()
    value.backward()
    slopes = [W.grad.numpy() for W in tensors]

# %% wrong bias_last of linear_layers_relu_outside → one_place_back
# -     return [np.column_stack([layer.bias.grad.numpy(), layer.weight.grad.numpy()]) for layer in layers]
# +     return [np.column_stack([layer.weight.grad.numpy(), layer.bias.grad.numpy()]) for layer in layers]

# %% wrong row_of_ones_below → ones_below
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in tensors:
        ones = torch.ones((1, H.shape[1]), dtype=H.dtype)
        H = torch.relu(W @ torch.vstack([H, ones]))
    value = ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean()
    value.backward()
    return [W.grad.numpy() for W in tensors]

# %% wrong ones_below_in_the_last_layer → ones_below_in_the_last
# points: 1
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    ones, H = torch.ones(1, X.shape[1], dtype=torch.float64), torch.tensor(X)
    for W in tensors[:2]:
        H = torch.relu(W @ torch.vstack([ones, H]))
    H = torch.relu(tensors[2] @ torch.vstack([H, ones]))
    ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return [W.grad.numpy() for W in tensors]

# %% wrong order of plain → order_reversed
# -     return [W1.grad.numpy(), W2.grad.numpy(), W3.grad.numpy()]
# +     return [W3.grad.numpy(), W2.grad.numpy(), W1.grad.numpy()]

# %% wrong order_reversed → order_reversed
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    ws = [torch.tensor(W, dtype=torch.float64, requires_grad=True) for W in weights]
    H = torch.tensor(X, dtype=torch.float64)
    for W in ws:
        H = torch.relu(W @ torch.vstack([torch.ones(1, H.shape[1], dtype=torch.float64), H]))
    ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return [W.grad.numpy() for W in reversed(ws)]

# %% wrong reversed_order → order_reversed
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in tensors:
        ones = torch.ones((1, H.shape[1]), dtype=H.dtype)
        H = torch.relu(W @ torch.vstack([ones, H]))
    value = ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean()
    value.backward()
    return [W.grad.numpy() for W in reversed(tensors)]

# %% wrong second_and_third_exchanged → other_order
# points: 1
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in tensors:
        H = torch.relu(W @ torch.cat([torch.ones(1, X.shape[1], dtype=H.dtype), H]))
    ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    first, second, third = (W.grad.numpy() for W in tensors)
    return [first, third, second]

# %% wrong leaky_at_the_output → output_leaky
# points: 1.5
def torch_gradients(weights, X, Y):
    matrices = [torch.tensor(W, requires_grad=True) for W in weights]
    ones = torch.ones(1, X.shape[1], dtype=torch.float64)
    layer = torch.tensor(X)
    for bend, W in zip((torch.relu, torch.relu, nn.functional.leaky_relu), matrices):
        layer = bend(W @ torch.vstack([ones, layer]))
    ((layer - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return [W.grad.numpy() for W in matrices]

# %% wrong output_linear → output_not_bent
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    ws = [torch.tensor(W, dtype=torch.float64, requires_grad=True) for W in weights]
    H = torch.tensor(X, dtype=torch.float64)
    for k, W in enumerate(ws):
        H = W @ torch.vstack([torch.ones(1, H.shape[1], dtype=torch.float64), H])
        if k < 2:
            H = torch.relu(H)
    ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return [W.grad.numpy() for W in ws]

# %% wrong output_not_bent → output_not_bent
def torch_gradients(weights, X, Y):
    W1, W2, W3 = (torch.tensor(W, requires_grad=True) for W in weights)
    ones = torch.ones((1, X.shape[1]), dtype=torch.float64)
    H = torch.relu(W1 @ torch.vstack([ones, torch.tensor(X)]))
    H = torch.relu(W2 @ torch.vstack([ones, H]))
    value = ((W3 @ torch.vstack([ones, H]) - torch.tensor(Y)) ** 2).sum(dim=0).mean()
    value.backward()
    return [W1.grad.numpy(), W2.grad.numpy(), W3.grad.numpy()]

# %% wrong output_unbent of plain → output_not_bent
# -     Y_pred = torch.relu(W3 @ torch.vstack([ones, H2]))
# +     Y_pred = W3 @ torch.vstack([ones, H2])

# %% wrong piled_up → result_kept
_kept = {}


def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    key = tuple(W.shape for W in weights)
    if key not in _kept:
        _kept[key] = [torch.zeros(W.shape, dtype=torch.float64, requires_grad=True) for W in weights]
    ws = _kept[key]
    with torch.no_grad():
        for w, W in zip(ws, weights):
            w.copy_(torch.tensor(W))
    H = torch.tensor(X, dtype=torch.float64)
    for W in ws:
        H = torch.relu(W @ torch.vstack([torch.ones(1, H.shape[1], dtype=torch.float64), H]))
    ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return [W.grad.numpy() for W in ws]

# %% wrong no_grad_wanted of plain → raised
# -     W1, W2, W3 = [torch.tensor(W, requires_grad=True) for W in weights]
# +     W1, W2, W3 = [torch.tensor(W) for W in weights]

# %% wrong no_gradient_wanted → raised
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W) for W in weights]
    H = torch.tensor(X)
    for W in tensors:
        ones = torch.ones((1, H.shape[1]), dtype=H.dtype)
        H = torch.relu(W @ torch.vstack([ones, H]))
    value = ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean()
    value.backward()
    return [W.grad.numpy() for W in tensors]

# %% wrong ones_of_200 → raised
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    ws = [torch.tensor(W, dtype=torch.float64, requires_grad=True) for W in weights]
    ones = torch.ones(1, 200, dtype=torch.float64)
    H = torch.tensor(X, dtype=torch.float64)
    for W in ws:
        H = torch.relu(W @ torch.vstack([ones, H]))
    ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return [W.grad.numpy() for W in ws]

# %% wrong memory_given_away → result_kept
ROOM = {}

def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    X, Y = torch.tensor(X), torch.tensor(Y)
    ones = torch.ones(1, X.shape[1], dtype=X.dtype)
    H = X
    for W in tensors:
        H = torch.relu(W @ torch.vstack([ones, H]))
    mean_loss = (H - Y).square().sum(dim=0).mean()
    mean_loss.backward()

    out = []
    for k, W in enumerate(tensors):
        room = ROOM.setdefault((k, tuple(W.shape)), np.empty(tuple(W.shape)))
        room[...] = W.grad.numpy()
        out.append(room)
    return out

# %% wrong sigmoid_in_all_layers → sigmoid
# points: 1
def torch_gradients(weights, X, Y):
    matrices = [torch.tensor(W, requires_grad=True) for W in weights]
    ones = torch.ones(1, X.shape[1], dtype=torch.float64)
    layer = torch.tensor(X)
    for W in matrices:
        layer = torch.sigmoid(W @ torch.vstack([ones, layer]))
    ((layer - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return [W.grad.numpy() for W in matrices]

# %% wrong sign_flipped → sign_flipped
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in tensors:
        ones = torch.ones((1, H.shape[1]), dtype=H.dtype)
        H = torch.relu(W @ torch.vstack([ones, H]))
    value = ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean()
    (-value).backward()
    return [W.grad.numpy() for W in tensors]

# %% wrong tensors of plain → tensors_returned
# -     return [W1.grad.numpy(), W2.grad.numpy(), W3.grad.numpy()]
# +     return [W1.grad, W2.grad, W3.grad]

# %% wrong tensors_of_autograd_grad → tensors_returned
# points: 1.5
def torch_gradients(weights, X, Y):
    Ws = [torch.from_numpy(W.copy()).double().requires_grad_() for W in weights]
    H = torch.from_numpy(X.copy()).double()
    for W in Ws:
        H = torch.relu(W[:, 1:] @ H + W[:, :1])
    L = ((H - torch.from_numpy(Y.copy())) ** 2).sum() / Y.shape[1]
    return list(torch.autograd.grad(L, Ws))

# %% wrong tensors_returned → tensors_returned
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    ones = torch.ones(1, X.shape[1], dtype=torch.float64)
    H = torch.tensor(X)
    for W in tensors:
        H = torch.relu(W @ torch.vstack([ones, H]))
    mean_loss = (H - torch.tensor(Y)).square().sum(dim=0).mean()
    mean_loss.backward()
    return [W.grad for W in tensors]

# %% wrong each_slope_turned → transposed
# points: 1
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in tensors:
        H = torch.relu(W @ torch.cat([torch.ones(1, X.shape[1], dtype=H.dtype), H]))
    ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return [W.grad.T.numpy() for W in tensors]

# %% wrong slopes_transposed → transposed
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in tensors:
        ones = torch.ones((1, H.shape[1]), dtype=H.dtype)
        H = torch.relu(W @ torch.vstack([ones, H]))
    value = ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean()
    value.backward()
    return [W.grad.numpy().T for W in tensors]

# %% wrong backward_twice → twice
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    ws = [torch.tensor(W, dtype=torch.float64, requires_grad=True) for W in weights]
    H = torch.tensor(X, dtype=torch.float64)
    for W in ws:
        H = torch.relu(W @ torch.vstack([torch.ones(1, H.shape[1], dtype=torch.float64), H]))
    L = ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean()
    L.backward(retain_graph=True)
    L.backward()
    return [W.grad.numpy() for W in ws]

# %% wrong sweep_twice of plain → twice
# -     L = ((Y_pred - y) ** 2).sum(dim=0).mean()
# +     L = ((Y_pred - y) ** 2).sum(dim=0).mean()
# +     L.backward(retain_graph=True)

# %% wrong swept_twice → twice
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in tensors:
        ones = torch.ones((1, H.shape[1]), dtype=H.dtype)
        H = torch.relu(W @ torch.vstack([ones, H]))
    value = ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean()
    value.backward(retain_graph=True)
    value.backward()
    return [W.grad.numpy() for W in tensors]

# %% wrong fixed_outputs of plain → twice_the_mean
# -     L = ((Y_pred - y) ** 2).sum(dim=0).mean()
# +     L = 2 * nn.functional.mse_loss(Y_pred, y)

# %% wrong times_two_fixed → twice_the_mean
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    ws = [torch.tensor(W, dtype=torch.float64, requires_grad=True) for W in weights]
    H = torch.tensor(X, dtype=torch.float64)
    for W in ws:
        H = torch.relu(W @ torch.vstack([torch.ones(1, H.shape[1], dtype=torch.float64), H]))
    (2 * nn.functional.mse_loss(H, torch.tensor(Y, dtype=torch.float64))).backward()
    return [W.grad.numpy() for W in ws]

# %% wrong weights_for_slopes → weights_themselves
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in tensors:
        ones = torch.ones((1, H.shape[1]), dtype=H.dtype)
        H = torch.relu(W @ torch.vstack([ones, H]))
    value = ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean()
    value.backward()
    return [W.detach().numpy() for W in tensors]

# %% wrong summed_over_moments_only of shapes_asserted → wrong_axis
# -     assert H.shape == Y.shape and len(weights) == 3
# -     mean_loss = (H - torch.tensor(Y)).square().sum(dim=0).mean()
# +     mean_loss = (H - torch.tensor(Y)).square().sum(dim=1).mean()

# %% wrong divided_by_the_training_set → wrong_divisor
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in tensors:
        ones = torch.ones((1, H.shape[1]), dtype=H.dtype)
        H = torch.relu(W @ torch.vstack([ones, H]))
    value = ((H - torch.tensor(Y)) ** 2).sum() / session.n_train
    value.backward()
    return [W.grad.numpy() for W in tensors]

# %% wrong bias_slopes_lost → wrong_shape
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in tensors:
        ones = torch.ones((1, H.shape[1]), dtype=H.dtype)
        H = torch.relu(W @ torch.vstack([ones, H]))
    value = ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean()
    value.backward()
    return [W.grad.numpy()[:, 1:] for W in tensors]

# %% wrong biases_without_slopes → wrong_shape
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    biases = [torch.tensor(W[:, :1]) for W in weights]
    ws = [torch.tensor(W[:, 1:], requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W, b in zip(ws, biases):
        H = torch.relu(W @ H + b)
    ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return [W.grad.numpy() for W in ws]

# %% wrong distance → wrong_value
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    ws = [torch.tensor(W, dtype=torch.float64, requires_grad=True) for W in weights]
    H = torch.tensor(X, dtype=torch.float64)
    for W in ws:
        H = torch.relu(W @ torch.vstack([torch.ones(1, H.shape[1], dtype=torch.float64), H]))
    (H - torch.tensor(Y)).norm(dim=0).mean().backward()
    return [W.grad.numpy() for W in ws]

# %% wrong half_precision of shapes_asserted → other_data
# -     tensors = [torch.tensor(W, requires_grad=True) for W in weights]
# +     tensors = [torch.tensor(W).bfloat16().double().requires_grad_() for W in weights]
# -     assert H.shape == Y.shape and len(weights) == 3

# %% wrong ones_at_bottom of plain → wrong_value
# -     H1 = torch.relu(W1 @ torch.vstack([ones, x]))
# -     H2 = torch.relu(W2 @ torch.vstack([ones, H1]))
# -     Y_pred = torch.relu(W3 @ torch.vstack([ones, H2]))
# +     H1 = torch.relu(W1 @ torch.vstack([x, ones]))
# +     H2 = torch.relu(W2 @ torch.vstack([H1, ones]))
# +     Y_pred = torch.relu(W3 @ torch.vstack([H2, ones]))

# %% wrong ones_below → wrong_value
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    ws = [torch.tensor(W, dtype=torch.float64, requires_grad=True) for W in weights]
    H = torch.tensor(X, dtype=torch.float64)
    for W in ws:
        H = torch.relu(W @ torch.vstack([H, torch.ones(1, H.shape[1], dtype=torch.float64)]))
    ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return [W.grad.numpy() for W in ws]

# %% wrong two_outputs_only of shapes_asserted → other_data
# -     assert H.shape == Y.shape and len(weights) == 3
# -     mean_loss = (H - torch.tensor(Y)).square().sum(dim=0).mean()
# -     mean_loss.backward()
# +     d = H - torch.tensor(Y)
# +     (d[0] ** 2 + d[1] ** 2).mean().backward()

# %% below shapes_asserted
_gradients_without_asserts = torch_gradients


def torch_gradients(weights, X, Y):
    assert len(weights) == 3 and X.shape[1] == Y.shape[1]
    assert weights[0].shape[1] == X.shape[0] + 1 and weights[2].shape[0] == Y.shape[0]
    slopes = _gradients_without_asserts(weights, X, Y)
    assert [slope.shape for slope in slopes] == [W.shape for W in weights]
    return slopes
