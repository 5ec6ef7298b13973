# %% right autograd_grad
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    parameters = [p for group in network.optimiser.param_groups for p in group["params"]]
    off = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
    L = torch.einsum("in,in->", off, off) / off.shape[1]
    for p, slope in zip(parameters, torch.autograd.grad(L, parameters)):
        p.grad = slope
    network.optimiser.step()
    return L.item()

# %% right cdist_of_rows
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    P = network.forward(X_batch, return_torch=True).T
    T = torch.tensor(Y_batch.T, dtype=torch.float32)
    Lx = torch.mean((P[:, 0] - T[:, 0]) ** 2)
    Ly = torch.mean((P[:, 1] - T[:, 1]) ** 2)
    Lx.backward(retain_graph=True)
    Ly.backward()  # slopes add up, which is what we want here
    network.optimiser.step()
    return Lx.item() + Ly.item()

# %% right cleared_by_hand
def training_step(network, X_batch, Y_batch):
    Y_pred = network(X_batch, return_torch=True)
    off = Y_pred - torch.tensor(Y_batch).float()
    value = torch.linalg.vector_norm(off, dim=0).square().mean()
    for parameter in network.parameters():
        parameter.grad = None
    value.backward()
    network.optimiser.step()
    return value.detach().numpy()

# %% right closure
def training_step(network, X_batch, Y_batch):
    def closure():
        network.zero_grad()
        off = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
        value = torch.einsum("in,in->", off, off) / off.shape[1]
        value.backward()
        return value

    return network.optimiser.step(closure).item()

# %% right double_loss
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad(set_to_none=True)
    Y_pred = network.forward(X_batch, return_torch=True).double()
    Y_true = torch.tensor(np.asarray(Y_batch, dtype=float))
    L = torch.sum(torch.square(Y_pred - Y_true)) / Y_true.size(1)
    before = L.detach().numpy()[()]
    L.backward()
    network.optimiser.step()
    return before

# %% right double_precision
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True).double()
    off = Y_pred - torch.tensor(Y_batch)
    batch_loss = (off**2).sum(dim=0).mean()
    batch_loss.backward()
    network.optimiser.step()
    return batch_loss.item()

# %% right five_lines
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y_true = torch.tensor(Y_batch, dtype=torch.float32)
    batch_loss = ((Y_pred - Y_true) ** 2).sum(dim=0).mean()
    batch_loss.backward()
    network.optimiser.step()
    return batch_loss.item()

# %% right grad_none
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    for p in network.parameters():
        p.grad = None
    diff = network.forward(X_batch, return_torch=True) - torch.as_tensor(Y_batch, dtype=torch.float32)
    L = torch.sum(diff * diff) / X_batch.shape[1]
    L.backward()
    network.optimiser.step()
    return L.detach().numpy().item()

# %% right helper_moments
def _squared_distances(network, X, Y):
    Y_pred = network.forward(X, return_torch=True)
    Y = torch.tensor(Y, dtype=torch.float32)
    return [torch.dot(Y_pred[:, n] - Y[:, n], Y_pred[:, n] - Y[:, n]) for n in range(Y.shape[1])]


def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad(set_to_none=False)
    distances = _squared_distances(network, X_batch, Y_batch)
    total = sum(distances) / len(distances)
    total.backward()
    network.optimiser.step()
    return total.tolist()

# %% right loss_from_the_kit
def training_step(network, X_batch, Y_batch):
    from decoding import loss

    before = loss(network.forward(X_batch), Y_batch)
    network.optimiser.zero_grad()
    differences = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
    (differences**2).sum(dim=0).mean().backward()
    network.optimiser.step()
    return before

# %% right mse_loss_times_outputs
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.from_numpy(np.array(Y_batch, dtype=np.float32))
    batch_loss = Y.shape[0] * nn.functional.mse_loss(Y_pred, Y)
    batch_loss.backward()
    network.optimiser.step()
    return float(batch_loss)

# %% right mse_sum
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    criterion = nn.MSELoss(reduction="sum")
    optimizer = network.optimiser
    Y_pred = network.forward(X_batch, return_torch=True)
    L = criterion(Y_pred, torch.as_tensor(np.array(Y_batch), dtype=Y_pred.dtype)) / Y_batch.shape[1]
    optimizer.zero_grad()
    L.backward()
    optimizer.step()
    return float(L)

# %% right mse_times_two
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    criterion = nn.MSELoss()
    network.optimiser.zero_grad()
    outputs = network.forward(X_batch, return_torch=True)
    targets = torch.tensor(Y_batch, dtype=outputs.dtype)
    loss = outputs.shape[0] * criterion(outputs, targets)
    loss.backward()
    network.optimiser.step()
    return float(loss)

# %% right norm
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    opt = network.optimiser
    y = network.forward(X_batch, True)
    t = torch.from_numpy(np.array(Y_batch)).to(y.dtype)
    loss = torch.mean(torch.sum(torch.square(y - t), 0))
    value = loss.item()
    opt.zero_grad(set_to_none=True)
    loss.backward()
    opt.step()
    return value

# %% right numpy_number
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    off = Y_pred - torch.tensor(Y_batch, dtype=torch.float32)
    batch_loss = (off**2).sum(dim=0).mean()
    batch_loss.backward()
    network.optimiser.step()
    return np.float64(batch_loss.detach())

# %% right shapes_asserted
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    assert Y_pred.shape == Y_batch.shape == (2, X_batch.shape[1])
    off = Y_pred - torch.tensor(Y_batch, dtype=torch.float32)
    batch_loss = (off**2).sum(dim=0).mean()
    batch_loss.backward()
    network.optimiser.step()
    return batch_loss.item()

# %% right slopes_put_in_place
def training_step(network, X_batch, Y_batch):
    parameters = list(network.parameters())
    off = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
    value = off.pow(2).sum(0).mean()
    for parameter, slope in zip(parameters, torch.autograd.grad(value, parameters)):
        parameter.grad = slope
    network.optimiser.step()
    return value.item()

# %% right sum_reduction
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    prediction = network.forward(X_batch, return_torch=True)
    truth = torch.tensor(np.asarray(Y_batch, dtype=np.float32))
    n_batch = Y_batch.shape[1]
    loss = nn.functional.mse_loss(prediction, truth.to(prediction.dtype), reduction="sum") / n_batch
    loss.backward()
    network.optimiser.step()
    return loss.item()

# %% right two_rows
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    network.optimiser.zero_grad()
    P = network.forward(X_batch, return_torch=True)
    loss_x = torch.mean((P[0] - Y[0]) ** 2)
    loss_y = torch.mean((P[1] - Y[1]) ** 2)
    total = loss_x + loss_y
    total.backward()
    network.optimiser.step()
    return total.item()

# %% right two_rows_apart
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    x, y = Y_pred
    x_true, y_true = torch.tensor(Y_batch, dtype=torch.float32)
    batch_loss = ((x - x_true) ** 2 + (y - y_true) ** 2).mean()
    batch_loss.backward()
    network.optimiser.step()
    return batch_loss.item()

# %% right closure_with_norms
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    def closure():
        network.optimiser.zero_grad()
        off = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
        L = torch.linalg.norm(off, dim=0).pow(2).mean() if False else off.pow(2).sum(0).mean()
        L.backward()
        return L

    return network.optimiser.step(closure).item()

# %% right sums_of_squares
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    for p in network.parameters():
        p.grad = None
    residual = network.forward(X_batch, True) - torch.from_numpy(Y_batch.astype(np.float32))
    per_moment = residual.square().sum(axis=0)
    L = per_moment.mean()
    L.backward()
    network.optimiser.step()
    return float(L.detach())

# %% right mse_times_outputs
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    from torch.nn import functional as F

    prediction = network.forward(X_batch, return_torch=True)
    truth = torch.tensor(Y_batch).to(prediction.dtype)
    value = F.mse_loss(prediction, truth) * truth.shape[0]
    network.zero_grad()
    value.backward()
    network.optimiser.step()
    return value.detach().numpy().item()

# %% wrong absolute_differences → absolute_differences
# points: 2
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    truth = torch.tensor(Y_batch, dtype=torch.float32)
    network.optimiser.zero_grad()
    off = network.forward(X_batch, return_torch=True) - truth
    loss = torch.abs(off).sum(dim=0).mean()
    loss.backward()
    network.optimiser.step()
    return loss.item()

# %% wrong halved_but_reported_whole → averaged_over_outputs
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    value = ((Y_pred - Y) ** 2).sum(dim=0).mean()
    nn.MSELoss()(Y_pred, Y).backward()
    network.optimiser.step()
    return value.item()

# %% wrong mse of mse_times_two → averaged_over_outputs
# -     loss = outputs.shape[0] * criterion(outputs, targets)
# +     loss = criterion(outputs, targets)

# %% wrong mse_loss → averaged_over_outputs
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    loss = nn.MSELoss()(Y_pred, torch.tensor(Y_batch, dtype=torch.float32))
    loss.backward()
    network.optimiser.step()
    return loss.item()

# %% wrong mse_step_right_number → averaged_over_outputs
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    loss = nn.MSELoss()(Y_pred, torch.tensor(Y_batch, dtype=torch.float32))
    loss.backward()
    network.optimiser.step()
    return 2 * loss.item()

# %% wrong every_moment_with_every_other → broadcast_moments
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    off = network.forward(X_batch, return_torch=True).unsqueeze(2) - Y.unsqueeze(1)
    value = (off**2).sum(dim=0).mean()
    value.backward()
    network.optimiser.step()
    return value.item()

# %% wrong every_output_with_every_other → broadcast_outputs
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    off = network.forward(X_batch, return_torch=True) - Y[:, None]
    value = (off**2).sum(dim=0).mean()
    value.backward()
    network.optimiser.step()
    return value.item()

# %% wrong long_slopes_shortened → clipped_1
# points: 3
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    off = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
    value = (off**2).sum(dim=0).mean()
    value.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    network.optimiser.step()
    return value.item()

# %% wrong slopes_clipped of numpy_number → clipped_1
# -     batch_loss.backward()
# +     batch_loss.backward()
# +     nn.utils.clip_grad_norm_(network.parameters(), 1.0)
# -     return np.float64(batch_loss.detach())
# +     return batch_loss.item()

# %% wrong slopes_clipped_at_ten of numpy_number → clipped_10
# -     batch_loss.backward()
# +     batch_loss.backward()
# +     nn.utils.clip_grad_norm_(network.parameters(), 10.0)
# -     return np.float64(batch_loss.detach())
# +     return batch_loss.item()

# %% wrong slopes_cut_one_by_one → clipped_one_by_one_1
# points: 3
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    off = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
    value = (off**2).sum(dim=0).mean()
    value.backward()
    torch.nn.utils.clip_grad_value_(network.parameters(), 1.0)
    network.optimiser.step()
    return value.item()

# %% wrong values_clipped of numpy_number → clipped_one_by_one_1
# -     batch_loss.backward()
# +     batch_loss.backward()
# +     nn.utils.clip_grad_value_(network.parameters(), 1.0)
# -     return np.float64(batch_loss.detach())
# +     return batch_loss.item()

# %% wrong distances_cut_off → cut_off
# points: 2
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    off = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
    squares = torch.minimum((off**2).sum(dim=0), torch.tensor(1.0))
    batch_loss = squares.mean()
    batch_loss.backward()
    network.optimiser.step()
    return batch_loss.item()

# %% wrong truth_scaled_in_place of shapes_asserted → damages_input
# -     assert Y_pred.shape == Y_batch.shape == (2, X_batch.shape[1])
# -     off = Y_pred - torch.tensor(Y_batch, dtype=torch.float32)
# +     Y_batch -= 0.0
# +     Y_batch *= 100
# +     off = Y_pred - torch.tensor(Y_batch / 100, dtype=torch.float32)

# %% wrong y_changed → damages_input
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.from_numpy(Y_batch)
    off = Y_pred - Y
    Y.sub_(Y_pred.detach())
    loss = (off**2).sum(dim=0).mean()
    loss.backward()
    network.optimiser.step()
    return loss.item()

# %% wrong distance_for_square → distance
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    value = ((Y_pred - Y) ** 2).sum(dim=0).sqrt().mean()
    value.backward()
    network.optimiser.step()
    return value.item()

# %% wrong distance_not_squared → distance
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    loss = (Y_pred - torch.tensor(Y_batch, dtype=torch.float32)).norm(dim=0).mean()
    loss.backward()
    network.optimiser.step()
    return loss.item()

# %% wrong distances_minimised → distance
# points: 2
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    off = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
    how_far = torch.sqrt((off * off).sum(dim=0)).mean()
    how_far.backward()
    network.optimiser.step()
    return how_far.item()

# %% wrong fourth_power → fourth_power
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    off = network.forward(X_batch, return_torch=True) - Y
    value = (off**4).sum(dim=0).mean()
    value.backward()
    network.optimiser.step()
    return value.item()

# %% wrong half_of_the_batch → half_of_the_batch
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    off = network.forward(X_batch, return_torch=True)[:, : Y.shape[1] // 2 or 1] - Y[:, : Y.shape[1] // 2 or 1]
    value = (off**2).sum(dim=0).mean()
    value.backward()
    network.optimiser.step()
    return value.item()

# %% wrong after_the_step_without_record → loss_after_the_step
# points: 3
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    d = Y_pred - torch.tensor(Y_batch, dtype=Y_pred.dtype)
    L = d.pow(2).sum(0).mean()
    L.backward()
    network.optimiser.step()
    with torch.no_grad():
        d = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=Y_pred.dtype)
    return float(d.pow(2).sum(0).mean())

# %% wrong loss_after of five_lines → loss_after_the_step
# -     return batch_loss.item()
# +     after = network.forward(X_batch, return_torch=True)
# +     return ((after - Y_true) ** 2).sum(dim=0).mean().item()

# %% wrong loss_after_the_step → loss_after_the_step
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    value = ((Y_pred - Y) ** 2).sum(dim=0).mean()
    value.backward()
    network.optimiser.step()
    Y_pred = network.forward(X_batch, return_torch=True)
    return ((Y_pred - Y) ** 2).sum(dim=0).mean().item()

# %% wrong running_mean_returned of numpy_number → mean_of_losses
# -     return np.float64(batch_loss.detach())
# +     network.losses = getattr(network, "losses", []) + [batch_loss.item()]
# +     return float(np.mean(network.losses))

# %% wrong divided_by_a_hundredth_of_the_set → not_averaged
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    n_moments = max(1, network.n_train // 100)
    off = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
    loss = torch.sum(off**2) / n_moments
    loss.backward()
    network.optimiser.step()
    return loss.item()

# %% wrong sum_over_moments → not_averaged
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    loss = ((Y_pred - torch.tensor(Y_batch, dtype=torch.float32)) ** 2).sum()
    loss.backward()
    network.optimiser.step()
    return loss.item()

# %% wrong sum_over_the_batch → not_averaged
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    value = ((Y_pred - Y) ** 2).sum()
    value.backward()
    network.optimiser.step()
    return value.item()

# %% wrong sum_swept_mean_reported → not_averaged
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    value = ((Y_pred - Y) ** 2).sum(dim=0).mean()
    ((Y_pred - Y) ** 2).sum().backward()
    network.optimiser.step()
    return value.item()

# %% wrong cleared_at_end → not_cleared_first
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    Y_pred = network.forward(X_batch, return_torch=True)
    Y_true = torch.tensor(Y_batch, dtype=torch.float32)
    batch_loss = ((Y_pred - Y_true) ** 2).sum(dim=0).mean()
    batch_loss.backward()
    network.optimiser.step()
    network.optimiser.zero_grad()
    return batch_loss.item()

# %% wrong cleared_at_the_end → not_cleared_first
def training_step(network, X_batch, Y_batch):
    guess = network.forward(X_batch, return_torch=True)
    truth = torch.tensor(Y_batch, dtype=torch.float32)
    J = torch.sum((truth - guess) ** 2) / X_batch.shape[1]
    J.backward()
    network.optimiser.step()
    network.optimiser.zero_grad()
    return J.item()

# %% wrong clears_afterwards → not_cleared_first
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    Y_pred = network.forward(X_batch, return_torch=True)
    loss = ((Y_pred - torch.tensor(Y_batch, dtype=torch.float32)) ** 2).sum(dim=0).mean()
    loss.backward()
    network.optimiser.step()
    network.optimiser.zero_grad()
    return loss.item()

# %% wrong clears_before_step → not_moved
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    Y_pred = network.forward(X_batch, return_torch=True)
    loss = ((Y_pred - torch.tensor(Y_batch, dtype=torch.float32)) ** 2).sum(dim=0).mean()
    loss.backward()
    network.optimiser.zero_grad()
    network.optimiser.step()
    return loss.item()

# %% wrong no_step → not_moved
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    value = ((Y_pred - Y) ** 2).sum(dim=0).mean()
    value.backward()
    return value.item()

# %% wrong no_step_without_a_loss → not_moved
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    differences = Y_pred - torch.tensor(Y_batch, dtype=torch.float32)
    batch_loss = (differences**2).sum(dim=0).mean()
    batch_loss.backward()
    if batch_loss.item() > 1e-6:
        network.optimiser.step()
    return batch_loss.item()

# %% wrong swept_but_no_step → not_moved
# points: 1
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    d = Y_pred - torch.tensor(Y_batch, dtype=Y_pred.dtype)
    L = d.pow(2).sum(0).mean()
    L.backward()
    return float(L)

# %% wrong trains_the_network_of_the_notebook → not_moved
network = TorchNetwork(**session.arrays)


def training_step(model, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    off = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
    loss = (off * off).sum(dim=0).mean()
    loss.backward()
    network.optimiser.step()
    return float(loss)

# %% wrong nothing_done → nothing_returned
# points: 0
def training_step(network, X_batch, Y_batch):
    pass

# %% wrong nothing_returned → nothing_returned
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    value = ((Y_pred - Y) ** 2).sum(dim=0).mean()
    value.backward()
    network.optimiser.step()

# %% wrong returns_nothing of five_lines → nothing_returned
# -     return batch_loss.item()
# +     print(batch_loss.item())

# %% wrong fixed_learning_rate_by_hand → other_learning_rate
def training_step(network, X_batch, Y_batch):
    network.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    value = ((Y_pred - torch.tensor(Y_batch, dtype=torch.float32)) ** 2).sum(dim=0).mean()
    value.backward()
    with torch.no_grad():
        for parameter in network.parameters():
            parameter -= sgd_lr * parameter.grad
    return value.item()

# %% wrong optimiser_kept_by_id → other_optimiser or not_moved
OPT = {}

def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    optimiser = OPT.setdefault(id(network), network.optimiser)
    optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    loss = ((Y_pred - Y) ** 2).sum(dim=0).mean()
    loss.backward()
    optimiser.step()
    return loss.item()

# %% wrong batch_size_hardwired → other_size
# points: 2
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    loss = ((Y_pred - torch.tensor(Y_batch, dtype=torch.float32)) ** 2).sum() / 480
    loss.backward()
    network.optimiser.step()
    return loss.item()

# %% wrong adam_put_in_each_time → own_optimiser
# points: 1.5
def training_step(network, X_batch, Y_batch):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.optimiser.zero_grad()
    off = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
    value = (off**2).sum(dim=0).mean()
    value.backward()
    network.optimiser.step()
    return value.item()

# %% wrong forgetful_optimiser → own_optimiser
def training_step(network, X_batch, Y_batch):
    rate = network.optimiser.param_groups[0]["lr"]
    optimiser = torch.optim.SGD(network.parameters(), lr=rate)
    optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    value = ((Y_pred - Y) ** 2).sum(dim=0).mean()
    value.backward()
    optimiser.step()
    return value.item()

# %% wrong new_optimiser_each_time → own_optimiser
# points: 2.5
def training_step(network, X_batch, Y_batch):
    optimiser = torch.optim.SGD(network.parameters(), lr=sgd_lr)
    optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    value = ((Y_pred - Y) ** 2).sum(dim=0).mean()
    value.backward()
    optimiser.step()
    return value.item()

# %% wrong new_optimiser_of_same_kind → own_optimiser
# points: 2.5
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    old = network.optimiser
    settings = {k: v for k, v in old.param_groups[0].items() if k in ("lr", "momentum", "weight_decay", "betas")}
    network.optimiser = type(old)(network.parameters(), **settings)
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    loss = ((Y_pred - torch.tensor(Y_batch, dtype=torch.float32)) ** 2).sum(dim=0).mean()
    loss.backward()
    network.optimiser.step()
    return loss.item()

# %% wrong step_by_hand_with_its_rate → own_optimiser
# points: 2.5
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    d = Y_pred - torch.tensor(Y_batch, dtype=Y_pred.dtype)
    L = d.pow(2).sum(0).mean()
    L.backward()
    rate = network.optimiser.param_groups[0]["lr"]
    for parameter in network.parameters():
        parameter.data -= rate * parameter.grad
    return L.item()

# %% wrong never_cleared → piled_up
def training_step(network, X_batch, Y_batch):
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    value = ((Y_pred - Y) ** 2).sum(dim=0).mean()
    value.backward()
    network.optimiser.step()
    return value.item()

# %% wrong no_zero_grad → piled_up
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    Y_pred = network.forward(X_batch, return_torch=True)
    loss = ((Y_pred - torch.tensor(Y_batch, dtype=torch.float32)) ** 2).sum(dim=0).mean()
    loss.backward()
    network.optimiser.step()
    return loss.item()

# %% wrong l2_added → pull_10_thousandths
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    loss = ((Y_pred - torch.tensor(Y_batch, dtype=torch.float32)) ** 2).sum(dim=0).mean()
    total = loss + 0.005 * sum((p**2).sum() for p in network.parameters())
    total.backward()
    network.optimiser.step()
    return loss.item()

# %% wrong pull_added of numpy_number → pull_20_thousandths
# -     batch_loss.backward()
# +     pull = sum((p**2).sum() for p in network.parameters())
# +     (batch_loss + 0.01 * pull).backward()
# -     return np.float64(batch_loss.detach())
# +     return batch_loss.item()

# %% wrong weights_in_the_loss → pull_2_thousandths
# points: 2.5
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    off = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
    in_all = (off**2).sum(dim=0).mean()
    for parameter in network.parameters():
        in_all = in_all + 0.001 * parameter.square().sum()
    in_all.backward()
    network.optimiser.step()
    return in_all.item()

# %% wrong return_torch_forgotten → raised
# points: 0
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    off = network.forward(X_batch) - torch.tensor(Y_batch, dtype=torch.float32)
    value = (off**2).sum(dim=0).mean()
    value.backward()
    network.optimiser.step()
    return value.item()

# %% wrong learning_rate_decays of numpy_number → rate_changed
# -     return np.float64(batch_loss.detach())
# +     for group in network.optimiser.param_groups:
# +         group["lr"] *= 0.999
# +     return batch_loss.item()

# %% wrong lr_decays → rate_changed
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    loss = ((Y_pred - torch.tensor(Y_batch, dtype=torch.float32)) ** 2).sum(dim=0).mean()
    loss.backward()
    network.optimiser.step()
    for group in network.optimiser.param_groups:
        group["lr"] *= 0.99
    return loss.item()

# %% wrong rate_decay of five_lines → rate_changed
# -     network.optimiser.step()
# +     network.optimiser.step()
# +     for group in network.optimiser.param_groups:
# +         group["lr"] *= 0.99

# %% wrong loss_in_one_array → result_kept
ROOM = np.empty(())

def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    loss = ((Y_pred - Y) ** 2).sum(dim=0).mean()
    loss.backward()
    network.optimiser.step()
    ROOM[...] = loss.item()
    return ROOM

# %% wrong root_of_the_loss of numpy_number → root
# -     batch_loss = (off**2).sum(dim=0).mean()
# +     batch_loss = torch.sqrt((off**2).sum(dim=0).mean())
# -     return np.float64(batch_loss.detach())
# +     return batch_loss.item()

# %% wrong loss_rounded_to_four → rounded
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    loss = ((Y_pred - Y) ** 2).sum(dim=0).mean()
    loss.backward()
    network.optimiser.step()
    return round(loss.item(), 4)

# %% wrong loss_rounded_to_six → rounded
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    differences = Y_pred - torch.tensor(Y_batch, dtype=torch.float32)
    batch_loss = (differences**2).sum(dim=0).mean()
    batch_loss.backward()
    network.optimiser.step()
    return round(batch_loss.item(), 6)

# %% wrong rounded → rounded
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    loss = ((Y_pred - torch.tensor(Y_batch, dtype=torch.float32)) ** 2).sum(dim=0).mean()
    loss.backward()
    network.optimiser.step()
    return round(loss.item(), 3)

# %% wrong minus_sign → sign_flipped
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    loss = ((Y_pred - torch.tensor(Y_batch, dtype=torch.float32)) ** 2).sum(dim=0).mean()
    (-loss).backward()
    network.optimiser.step()
    return loss.item()

# %% wrong output_layer_only → some_not_moved
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    value = ((Y_pred - torch.tensor(Y_batch, dtype=torch.float32)) ** 2).sum(dim=0).mean()
    value.backward()
    for parameter in list(network.parameters())[:-2]:
        parameter.grad = None
    network.optimiser.step()
    return value.item()

# %% wrong squeeze_broadcast → squeezed
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True).squeeze()
    loss = ((Y_pred - torch.tensor(Y_batch, dtype=torch.float32)) ** 2).sum(dim=0).mean()
    loss.backward()
    network.optimiser.step()
    return loss.item()

# %% wrong detached_tensor_returned → tensor_returned
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    loss = ((Y_pred - torch.tensor(Y_batch, dtype=torch.float32)) ** 2).sum(dim=0).mean()
    loss.backward()
    network.optimiser.step()
    return loss.detach()

# %% wrong tensor of five_lines → tensor_returned
# -     return batch_loss.item()
# +     return batch_loss

# %% wrong tensor_returned → tensor_returned
# points: 3
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad(set_to_none=False)
    Y = torch.tensor(np.asarray(Y_batch), dtype=torch.float64)
    Y_pred = network.forward(X_batch, return_torch=True).double()
    value = ((Y_pred[0] - Y[0]) ** 2 + (Y_pred[1] - Y[1]) ** 2).mean()
    value.backward()
    network.optimiser.step()
    return value

# %% wrong truth_centred_in_place → truth_changed
# points: 2
def training_step(network, X_batch, Y_batch):
    Y_batch -= np.mean(Y_batch, axis=1, keepdims=True)
    network.optimiser.zero_grad()
    off = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
    batch_loss = off.square().sum(dim=0).mean()
    batch_loss.backward()
    network.optimiser.step()
    return float(batch_loss)

# %% wrong two_rounds → two_steps
# points: 2
def training_step(network, X_batch, Y_batch):
    for _ in range(2):
        network.optimiser.zero_grad()
        off = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
        value = (off**2).sum(dim=0).mean()
        value.backward()
        network.optimiser.step()
    return value.item()

# %% wrong two_steps → two_steps
# points: 3
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    value = ((Y_pred - Y) ** 2).sum(dim=0).mean()
    value.backward()
    network.optimiser.step()
    network.optimiser.step()
    return value.item()

# %% wrong two_steps_2 → two_steps
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    loss = ((Y_pred - torch.tensor(Y_batch, dtype=torch.float32)) ** 2).sum(dim=0).mean()
    loss.backward()
    network.optimiser.step()
    network.optimiser.step()
    return loss.item()

# %% wrong slopes_made_up → uphill
# points: 1.5
def training_step(network, X_batch, Y_batch):
    off = network.forward(X_batch) - Y_batch
    ps = list(network.parameters())
    for p in ps: p.grad = torch.full_like(p, 1e-4)
    ps[-1].grad = torch.tensor(2 * off.mean(axis=1), dtype=torch.float32)
    network.optimiser.step()
    return float((off ** 2).sum(axis=0).mean())

# %% wrong truth_in_whole_numbers → uphill
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    truth = torch.tensor(Y_batch, dtype=torch.int32)
    loss = torch.mean(torch.sum((network.forward(X_batch, return_torch=True) - truth) ** 2, dim=0))
    loss.backward()
    network.optimiser.step()
    return loss.item()

# %% wrong uphill → uphill
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    value = ((Y_pred - Y) ** 2).sum(dim=0).mean()
    (-value).backward()
    network.optimiser.step()
    return value.item()

# %% wrong whole_set_for_the_batch → whole_set
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    whole = torch.tensor(network.Y_train, dtype=torch.float32)
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    value = ((Y_pred - Y) ** 2).sum(dim=0).mean()
    ((network.forward(network.X_train, return_torch=True) - whole) ** 2).sum(dim=0).mean().backward()
    network.optimiser.step()
    return value.item()

# %% wrong truth_as_integers → whole_truth
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y = torch.tensor(Y_batch, dtype=torch.int64)
    off = network.forward(X_batch, return_torch=True) - Y
    value = (off**2).sum(dim=0).mean()
    value.backward()
    network.optimiser.step()
    return value.item()

# %% wrong axes_swapped → wrong_axis
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    loss = ((Y_pred - torch.tensor(Y_batch, dtype=torch.float32)) ** 2).sum(dim=1).mean()
    loss.backward()
    network.optimiser.step()
    return loss.item()

# %% wrong dim_one of five_lines → wrong_axis
# -     batch_loss = ((Y_pred - Y_true) ** 2).sum(dim=0).mean()
# +     batch_loss = ((Y_pred - Y_true) ** 2).sum(dim=1).mean()

# %% wrong wrong_axis → wrong_axis
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    value = ((Y_pred - Y) ** 2).sum(dim=0).mean()
    ((Y_pred - Y) ** 2).sum(dim=1).mean().backward()
    network.optimiser.step()
    return value.item()

# %% wrong number_in_a_list of numpy_number → wrong_shape
# -     return np.float64(batch_loss.detach())
# +     return [batch_loss.item()]

# %% wrong clipped of five_lines → wrong_value
# -     batch_loss.backward()
# +     batch_loss.backward()
# +     torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)

# %% wrong only_the_first_moment → wrong_value
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    value = ((Y_pred - Y) ** 2).sum(dim=0).mean()
    ((Y_pred - Y) ** 2).sum(dim=0)[0].backward()
    network.optimiser.step()
    return value.item()

# %% wrong own_update of five_lines → wrong_value
# -     network.optimiser.step()
# +     with torch.no_grad():
# +         for p in network.parameters():
# +             p -= sgd_lr * p.grad

# %% wrong smooth_loss of numpy_number → wrong_value
# -     batch_loss = (off**2).sum(dim=0).mean()
# +     batch_loss = nn.functional.smooth_l1_loss(Y_pred, torch.tensor(Y_batch, dtype=torch.float32), reduction="sum") / X_batch.shape[1]
# -     return np.float64(batch_loss.detach())
# +     return batch_loss.item()

# %% wrong truth_in_another_order → wrong_value
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.tensor(np.sort(Y_batch), dtype=torch.float32)
    value = ((Y_pred - Y) ** 2).sum(dim=0).mean()
    value.backward()
    network.optimiser.step()
    return value.item()

# %% below shapes_asserted
_step_without_asserts = training_step


def training_step(network, X_batch, Y_batch):
    assert Y_batch.shape == (2, X_batch.shape[1]) and X_batch.shape[0] == network.n_in
    value = _step_without_asserts(network, X_batch, Y_batch)
    assert np.ndim(value) == 0 and np.isfinite(value)
    return value
