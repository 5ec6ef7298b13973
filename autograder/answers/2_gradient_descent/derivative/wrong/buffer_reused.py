# diagnosis: result_kept
_result = {}

def derivative_of_loss(W):
    if np.ndim(W) == 0:
        return 2 * a * W
    out = _result.setdefault(np.shape(W), np.empty(np.shape(W)))
    out[...] = 2 * a * W
    return out
