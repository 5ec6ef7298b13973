# diagnosis: result_kept
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
