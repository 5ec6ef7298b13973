# diagnosis: result_kept
_slopes = {}


def derivative_of_loss(W):
    if np.ndim(W) == 0:
        return 2 * a * W
    out = _slopes.setdefault(W.shape, np.empty(W.shape))
    np.multiply(W, 2 * a, out=out)
    return out
