def torch_gradients(weights, X, Y):
    def mean_loss(*tensors):
        H = torch.tensor(X)
        for W in tensors:
            H = torch.relu(W[:, :1] + W[:, 1:] @ H)
        return ((H - torch.tensor(Y)) ** 2).sum() / X.shape[1]

    found = torch.autograd.functional.jacobian(mean_loss, tuple(torch.tensor(W) for W in weights))
    return [np.asarray(one) for one in found]
