def fit_1d(x, y):
    XY = np.vstack([x, y]).astype(float)
    S = XY @ XY.T
    return S[0, 1] / S[0, 0]


(sigma_X, sigma_XY), _ = np.einsum("in,jn->ij", np.stack([size, price]), np.stack([size, price]))
W_1d = fit_1d(size, price)
