# diagnosis: kept
_c = {}
def derivative_of_loss(W):
    key = np.asarray(W, dtype=float).tobytes()
    if key not in _c:
        _c[key] = 2 * a * np.array(W)
    return _c[key].copy()[()]
