# %% right cov
def correlations(R):
    return np.atleast_2d(np.cov(R, bias=True))

# %% right loops
def correlations(R):
    K, M = R.shape
    C = np.zeros((K, K))
    for k in range(K):
        for l in range(K):
            C[k, l] = np.mean((R[k] - np.mean(R[k])) * (R[l] - np.mean(R[l])))
    return C

# %% right one_factor_centred
# The other mean multiplies what adds up to zero.
def correlations(R):
    return (R - R.mean(axis=1, keepdims=True)) @ R.T / R.shape[1]

# %% right einsum
def correlations(R):
    D = R - R.mean(1)[:, None]
    return np.einsum("km,lm->kl", D, D) / D.shape[-1]

# %% right mean_of_products
def correlations(R):
    means = np.mean(R, axis=1)
    left = np.asarray(R, dtype=float) - means.reshape(-1, 1)
    return np.array([[(a * b).mean() for b in left] for a in left])

# %% wrong not_centred → not_centred
# points: 0.5
def correlations(R):
    return R @ R.T / R.shape[1]

# %% wrong centred_over_cells → over_cells
# points: 0.5
def correlations(R):
    D = R - R.mean(axis=0)
    return D @ D.T / R.shape[1]

# %% wrong centred_on_one_mean → one_mean
# points: 0.5
def correlations(R):
    D = R - R.mean()
    return D @ D.T / R.shape[1]

# %% wrong sum_for_mean → summed
# points: 0.5
def correlations(R):
    D = R - R.mean(axis=1, keepdims=True)
    return D @ D.T

# %% wrong np_cov → one_less
# np.cov divides by M - 1 unless it is told otherwise.
# points: 0.5
def correlations(R):
    return np.atleast_2d(np.cov(R)) if R.shape[1] > 1 else 0 * np.eye(len(R))

# %% wrong by_number_of_cells → by_cells
# points: 0.5
def correlations(R):
    D = R - R.mean(axis=1, keepdims=True)
    return D @ D.T / len(R)

# %% wrong coefficients → scaled
# points: 0.5
def correlations(R):
    return np.atleast_2d(np.corrcoef(R))

# %% wrong pairs_of_places → of_places or wrong_shape
def correlations(R):
    D = R - R.mean(axis=1, keepdims=True)
    return D.T @ D / R.shape[1]

# %% wrong in_place → damages_input
# points: 0.75
def correlations(R):
    R -= R.mean(axis=1, keepdims=True)
    return R @ R.T / R.shape[1]

# %% wrong not_returned → wrong_type
def correlations(R):
    centred = R - R.mean(axis=1, keepdims=True)
    centred @ centred.T / R.shape[1]
