loss_as_it_was, error_as_it_was = loss, error


def loss(Y_pred, Y_true):
    N_out, N = Y_pred.shape
    assert Y_true.shape == (N_out, N)
    value = loss_as_it_was(Y_pred, Y_true)
    assert np.shape(value) == ()
    return value


def error(Y_pred, Y_true):
    N_out, N = Y_pred.shape
    assert Y_true.shape == (N_out, N)
    value = error_as_it_was(Y_pred, Y_true)
    assert np.shape(value) == ()
    return value
