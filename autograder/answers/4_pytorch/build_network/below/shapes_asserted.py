_forward_without_asserts = TorchNetwork.forward


def _forward_with_asserts(self, X, return_torch=False):
    assert X.shape[0] == self.n_in
    Y_pred = _forward_without_asserts(self, X, return_torch=return_torch)
    assert tuple(Y_pred.shape) == (2, X.shape[1])
    return Y_pred


TorchNetwork.forward = _forward_with_asserts
