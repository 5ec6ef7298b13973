# diagnosis: all_zero
# points: 0.5
def torch_gradients(weights, X, Y):
    Ws = [torch.from_numpy(W.copy()).double().requires_grad_() for W in weights]
    H = torch.from_numpy(X.copy()).double()
    for W in Ws:
        H = torch.relu(W[:, 1:] @ H + W[:, :1])
    L = ((H - torch.from_numpy(Y.copy())) ** 2).sum() / Y.shape[1]
    L.backward()
    return [np.zeros_like(weights[0]), np.zeros_like(weights[1]), Ws[2].grad.numpy()]
