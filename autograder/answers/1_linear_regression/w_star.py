# %% right bias_row_already
def fit(self):
    X, Y = self.add_bias_row(self.X_train), self.Y_train
    self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)


LinearModel.fit = fit

# %% right cholesky
def fit(self):
    X, Y = self.X_train, self.Y_train
    L = np.linalg.cholesky(X @ X.T)
    self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T


LinearModel.fit = fit

# %% right conjugate_gradient
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    S, B = X @ X.T, X @ Y.T
    W = np.zeros(B.shape)
    R = B - S @ W
    P = R.copy()
    rs = (R * R).sum(0)
    for _ in range(40 * len(S) + 50):
        SP = S @ P
        alpha = rs / np.maximum((P * SP).sum(0), 1e-300)
        W = W + alpha * P
        R = R - alpha * SP
        new = (R * R).sum(0)
        if np.all(new < 1e-26 * (B * B).sum(0)):
            break
        P = R + (new / np.maximum(rs, 1e-300)) * P
        rs = new
    self.W = W.T


LinearModel.fit = fit

# %% right conjugate_gradients
def fit(self):
    X, Y = self.X_train, self.Y_train
    A, B = X @ X.T, X @ Y.T
    W = np.zeros((X.shape[0], 2))
    for k in range(2):
        r = B[:, k] - A @ W[:, k]
        p = r.copy()
        for _ in range(20 * len(A)):
            if r @ r < 1e-22 * (B[:, k] @ B[:, k]):
                break
            alpha = (r @ r) / (p @ A @ p)
            W[:, k] += alpha * p
            r_new = r - alpha * (A @ p)
            p = r_new + (r_new @ r_new) / (r @ r) * p
            r = r_new
    self.W = W.T


LinearModel.fit = fit

# %% right eigenvectors of cholesky
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     values, vectors = np.linalg.eigh(X @ X.T)
# +     self.W = Y @ X.T @ (vectors / values) @ vectors.T

# %% right eigh
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    values, vectors = np.linalg.eigh(X @ X.T)
    inverse = (vectors / values) @ vectors.T
    self.W = Y @ X.T @ inverse


LinearModel.fit = fit

# %% right einsum
def fit(self):
    X, Y = self.X_train, self.Y_train

    sigma_x = np.einsum("in,jn->ij", X, X)
    sigma_yx = np.einsum("on,jn->oj", Y, X)
    self.W = np.einsum("oj,ji->oi", sigma_yx, np.linalg.inv(sigma_x))


LinearModel.fit = fit

# %% right elimination_by_hand
def fit(self):
    X, Y = self.X_train, self.Y_train

    A = np.hstack([X @ X.T, X @ Y.T])
    n = len(X)
    for i in range(n):
        pivot = i + np.argmax(np.abs(A[i:, i]))
        A[[i, pivot]] = A[[pivot, i]]
        A[i] /= A[i, i]
        for j in range(n):
            if j != i:
                A[j] -= A[j, i] * A[i]
    self.W = A[:, n:].T


LinearModel.fit = fit

# %% right formula of bias_row_already
# -     X, Y = self.add_bias_row(self.X_train), self.Y_train
# +     """Set self.W to the weights with the smallest loss on the training data."""
# +     X, Y = self.X_train, self.Y_train

# %% right gauss_elimination
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    n = X.shape[0]
    A = np.hstack([X @ X.T, X @ Y.T]).astype(float)
    for k in range(n):
        p = k + int(np.argmax(np.abs(A[k:, k])))
        A[[k, p]] = A[[p, k]]
        A[k] = A[k] / A[k, k]
        for i in range(n):
            if i != k:
                A[i] = A[i] - A[i, k] * A[k]
    self.W = A[:, n:].T


LinearModel.fit = fit

# %% right gauss_jordan
def fit(self):
    X, Y = self.X_train, self.Y_train
    A = np.array(X @ X.T, dtype=float)
    B = np.array(X @ Y.T, dtype=float)
    n = len(A)
    for i in range(n):
        p = i + int(np.argmax(np.abs(A[i:, i])))
        A[[i, p]], B[[i, p]] = A[[p, i]], B[[p, i]]
        B[i] = B[i] / A[i, i]
        A[i] = A[i] / A[i, i]
        for k in range(n):
            if k != i:
                B[k] = B[k] - A[k, i] * B[i]
                A[k] = A[k] - A[k, i] * A[i]
    self.W = B.T


LinearModel.fit = fit

# %% right hardly_any_ridge of cholesky
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T + 1e-8 * np.eye(len(X)))

# %% right loops_then_inv
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    sigma_x = np.zeros((X.shape[0], X.shape[0]))
    sigma_xy = np.zeros((Y.shape[0], X.shape[0]))
    for n in range(X.shape[1]):
        sigma_x += np.outer(X[:, n], X[:, n])
        sigma_xy += np.outer(Y[:, n], X[:, n])
    self.W = np.linalg.solve(sigma_x.T, sigma_xy.T).T


LinearModel.fit = fit

# %% right lstsq of cholesky
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = np.linalg.lstsq(X.T, Y.T, rcond=None)[0].T

# %% right matrix_class
def fit(self):
    X, Y = np.matrix(self.X_train), np.matrix(self.Y_train)
    self.W = Y * X.T * (X * X.T).I


LinearModel.fit = fit

# %% right means_of_both of cholesky
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     N = X.shape[1]
# +     self.W = (Y @ X.T / N) @ np.linalg.inv(X @ X.T / N)

# %% right newton
def fit(self):
    X, Y = self.X_train, self.Y_train
    for _ in range(2):
        slope = 2 * (self.W @ X - Y) @ X.T
        curvature = 2 * X @ X.T
        self.W = self.W - slope @ np.linalg.inv(curvature)


LinearModel.fit = fit

# %% right newton_step
def fit(self):
    X, Y = self.X_train, self.Y_train

    gradient = (self.W @ X - Y) @ X.T
    self.W = self.W - gradient @ np.linalg.inv(X @ X.T)


LinearModel.fit = fit

# %% right one_output_at_a_time
def fit(self):
    X, Y = self.X_train, self.Y_train

    rows = []
    for y in Y:
        rows.append(np.linalg.solve(X @ X.T, X @ y))
    self.W = np.array(rows)


LinearModel.fit = fit

# %% right pinv of cholesky
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = Y @ np.linalg.pinv(X)
# +     return self

# %% right pinv_of_the_data of cholesky
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = Y @ np.linalg.pinv(X)

# %% right pinv_of_the_moments of cholesky
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = Y @ X.T @ np.linalg.pinv(X @ X.T)

# %% right qr of cholesky
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     Q, R = np.linalg.qr(X.T)
# +     self.W = np.linalg.solve(R, Q.T @ Y.T).T

# %% right row_by_row
def fit(self):
    X, Y = self.X_train, self.Y_train
    sigma = np.einsum("in,jn->ij", X, X)
    rows = []
    for y in Y:
        rows.append(np.linalg.solve(sigma, np.einsum("in,n->i", X, y)))
    self.W = np.array(rows)


LinearModel.fit = fit

# %% right scipy_cholesky
from scipy import linalg


def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = linalg.cho_solve(linalg.cho_factor(X @ X.T), X @ Y.T).T


LinearModel.fit = fit

# %% right scipy_qr
import scipy.linalg


def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = np.array(self.X_train, dtype=float), np.array(self.Y_train, dtype=float)
    Q, R = scipy.linalg.qr(X.T, mode="economic")
    self.W = scipy.linalg.solve_triangular(R, Q.T @ Y.T).T


LinearModel.fit = fit

# %% right set_by_name
def fit(self):
    for_all = np.tensordot(self.Y_train, self.X_train, axes=(1, 1))
    setattr(self, "W", for_all @ np.linalg.matrix_power(self.X_train @ self.X_train.T, -1))


setattr(LinearModel, "fit", fit)

# %% right shape_asserted of cholesky
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
# +     assert self.W.shape == (2, X.shape[0])

# %% right single_precision of bias_row_already
# -     X, Y = self.add_bias_row(self.X_train), self.Y_train
# +     X, Y = self.X_train.astype(np.float32), self.Y_train.astype(np.float32)

# %% right sklearn
from sklearn.linear_model import LinearRegression


def fit(self):
    X, Y = self.X_train, self.Y_train
    regression = LinearRegression(fit_intercept=False)
    regression.fit(X.T, Y.T)
    self.W = regression.coef_.reshape(Y.shape[0], X.shape[0])


LinearModel.fit = fit

# %% right solve of cholesky
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = np.linalg.solve(X @ X.T, X @ Y.T).T

# %% right sum_over_moments
def fit(self):
    n_in, n_out = self.X_train.shape[0], self.Y_train.shape[0]
    A, B = np.zeros((n_in, n_in)), np.zeros((n_out, n_in))
    for x, y in zip(self.X_train.T, self.Y_train.T):
        A += np.outer(x, x)
        B += np.outer(y, x)
    self.W = B @ np.linalg.inv(A)


LinearModel.fit = fit

# %% right svd of cholesky
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     U, s, Vt = np.linalg.svd(X, full_matrices=False)
# +     self.W = (Y @ Vt.T / s) @ U.T

# %% right torch
import torch


def fit(self):
    X, Y = torch.tensor(np.array(self.X_train)).double(), torch.tensor(np.array(self.Y_train)).double()
    self.W = torch.linalg.lstsq(X.T, Y.T).solution.T.numpy()


LinearModel.fit = fit

# %% right torch_lstsq
import torch


def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    A = torch.tensor(np.array(X).T, dtype=torch.float64)
    B = torch.tensor(np.array(Y).T, dtype=torch.float64)
    self.W = torch.linalg.lstsq(A, B).solution.T.numpy()


LinearModel.fit = fit

# %% right two_rows_of_zeros_filled
def fit(self):
    X, Y = self.X_train, self.Y_train
    W = np.zeros((2, self.n_in))
    for i in (0, 1):
        W[i] = np.linalg.solve(X @ X.T, X @ Y[i])
    self.W = W


LinearModel.fit = fit

# %% right weights_as_list of eigh
# -     values, vectors = np.linalg.eigh(X @ X.T)
# -     inverse = (vectors / values) @ vectors.T
# -     self.W = Y @ X.T @ inverse
# +     self.W = (Y @ X.T @ np.linalg.inv(X @ X.T)).tolist()

# %% right written_into_the_old_weights of cholesky
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W[:] = (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% right x_and_y_apart of cholesky
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = np.array([np.linalg.lstsq(X.T, Y[0], rcond=None)[0], np.linalg.lstsq(X.T, Y[1], rcond=None)[0]])

# %% right cholesky_by_rows
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    L = np.linalg.cholesky(X @ X.T)
    rows = []
    for y in Y:
        z = np.linalg.solve(L, X @ y)
        rows.append(np.linalg.solve(L.T, z))
    self.W = np.array(rows)


LinearModel.fit = fit

# %% right subclass_of_the_same_name
class LinearModel(LinearModel):
    def fit(self):
        sigma_xy, sigma_x = self.Y_train @ self.X_train.T, self.X_train @ self.X_train.T
        self.W = sigma_xy @ np.linalg.inv(sigma_x)

# %% right lstsq_unpacked
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    solution, residuals, rank, s = np.linalg.lstsq(X.T, Y.T, rcond=None)
    self.W = solution.T
    return self


LinearModel.fit = fit

# %% right pinv_returns_nothing
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    self.W = self.Y_train @ np.linalg.pinv(self.X_train)


LinearModel.fit = fit

# %% right sets_and_returns
def optimal(X, Y):
    return Y @ X.T @ np.linalg.inv(X @ X.T)


def fit(model):
    model.W = optimal(model.X_train, model.Y_train)
    return model.W


LinearModel.fit = fit

# %% right single_precision_gelsy of scipy_cholesky
# - from scipy import linalg
# + from scipy.linalg import lstsq
# -     self.W = linalg.cho_solve(linalg.cho_factor(X @ X.T), X @ Y.T).T
# +     self.W = lstsq(X.T.astype(np.float32), Y.T.astype(np.float32), lapack_driver="gelsy")[0].T

# %% wrong added of pinv_returns_nothing → depends_on_start
# points: 3
# -     self.W = self.Y_train @ np.linalg.pinv(self.X_train)
# +     X, Y = self.X_train, self.Y_train
# +     self.W += Y @ X.T @ np.linalg.inv(X @ X.T)

# %% wrong added_to_weights of pinv_returns_nothing → depends_on_start
# -     self.W = self.Y_train @ np.linalg.pinv(self.X_train)
# +     X, Y = self.X_train, self.Y_train
# +     self.W = self.W + (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% wrong all_data of bias_row_already → all_data
# -     X, Y = self.add_bias_row(self.X_train), self.Y_train
# +     """Set self.W to the weights with the smallest loss on the training data."""
# +     X = np.hstack([self.X_train, self.X_test])
# +     Y = np.hstack([self.Y_train, self.Y_test])

# %% wrong gives_up_by_determinant → all_zero
def fit(self):
    X, Y = self.X_train, self.Y_train
    S = X @ X.T
    if abs(np.linalg.det(S)) < 1e-8:
        self.W = np.zeros((Y.shape[0], X.shape[0]))
    else:
        self.W = (Y @ X.T) @ np.linalg.inv(S)
LinearModel.fit = fit

# %% wrong zeros of bias_row_already → all_zero
# -     X, Y = self.add_bias_row(self.X_train), self.Y_train
# -     self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
# +     self.W = np.zeros_like(self.W)

# %% wrong n_train of pinv_returns_nothing → called_again
# -     self.W = self.Y_train @ np.linalg.pinv(self.X_train)
# +     X, Y = self.X_train, self.Y_train
# +     X, Y = X[:, :self.n_train], Y[:, :self.n_train]
# +     self.W = Y @ X.T @ np.linalg.inv(X @ X.T)

# %% wrong n_train_columns of bias_row_already → called_again
# -     X, Y = self.add_bias_row(self.X_train), self.Y_train
# +     """Set self.W to the weights with the smallest loss on the training data."""
# +     X, Y = self.X_train[:, : self.n_train], self.Y_train[:, : self.n_train]

# %% wrong centred → centred
def fit(self):
    X, Y = self.X_train, self.Y_train
    Xc = X - X.mean(axis=1, keepdims=True)
    Yc = Y - Y.mean(axis=1, keepdims=True)
    self.W = Yc @ Xc.T @ np.linalg.inv(Xc @ Xc.T)


LinearModel.fit = fit

# %% wrong covariance of pinv_returns_nothing → centred
# -     self.W = self.Y_train @ np.linalg.pinv(self.X_train)
# +     X, Y = self.X_train, self.Y_train
# +     C = np.cov(np.vstack([X, Y]))
# +     k = X.shape[0]
# +     self.W = C[k:, :k] @ np.linalg.inv(C[:k, :k])

# %% wrong covariance_of_numpy → centred
def fit(self):
    X, Y = self.X_train, self.Y_train
    both = np.cov(np.vstack([X, Y]))
    n = len(X)
    self.W = both[n:, :n] @ np.linalg.inv(both[:n, :n].reshape(n, n))


LinearModel.fit = fit

# %% wrong intercept of pinv_returns_nothing → centred
# -     self.W = self.Y_train @ np.linalg.pinv(self.X_train)
# +     X, Y = self.X_train, self.Y_train
# +     from sklearn.linear_model import LinearRegression
# +     self.W = LinearRegression().fit(X.T, Y.T).coef_

# %% wrong sklearn_default of scipy_cholesky → centred
# - from scipy import linalg
# + from sklearn.linear_model import LinearRegression, HuberRegressor
# -     self.W = linalg.cho_solve(linalg.cho_factor(X @ X.T), X @ Y.T).T
# +     self.W = LinearRegression().fit(X.T, Y.T).coef_

# %% wrong active_only of pinv_returns_nothing → columns_alike
# -     self.W = self.Y_train @ np.linalg.pinv(self.X_train)
# +     X, Y = self.X_train, self.Y_train
# +     active = X.sum(axis=0) > 1
# +     X, Y = X[:, active], Y[:, active]
# +     self.W = Y @ np.linalg.pinv(X)

# %% wrong shuffled_half of pinv_returns_nothing → columns_alike
# -     self.W = self.Y_train @ np.linalg.pinv(self.X_train)
# +     X, Y = self.X_train, self.Y_train
# +     chosen = np.random.default_rng(0).permutation(X.shape[1])[: max(1, X.shape[1] // 2)]
# +     self.W = Y[:, chosen] @ np.linalg.pinv(X[:, chosen])

# %% wrong data_scaled_in_place of bias_row_already → damages_input
# -     X, Y = self.add_bias_row(self.X_train), self.Y_train
# +     X, Y = self.X_train, self.Y_train
# +     X *= 2
# +     Y *= 2

# %% wrong rates_centred_in_place of cholesky → damages_input
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
# +     self.X_train -= X.mean(axis=1, keepdims=True)

# %% wrong scaled_where_they_lie → damages_input
# points: 3.25
def fit(self):
    X, Y = self.X_train, self.Y_train
    largest = X.max(axis=1, keepdims=True)
    X /= largest
    self.W = np.linalg.solve(X @ X.T, X @ Y.T).T / largest.T


LinearModel.fit = fit

# %% wrong changes_data → data_changed
def fit(self):
    top = np.abs(self.X_train).max()
    self.X_train = self.X_train / (2 * top)
    X, Y = self.X_train, self.Y_train
    self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T) / (2 * top)


LinearModel.fit = fit

# %% wrong average_with_the_old_weights of cholesky → depends_on_start
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = 0.5 * (self.W + (Y @ X.T) @ np.linalg.inv(X @ X.T))

# %% wrong five_hundred_at_random of bias_row_already → more_moments
# -     X, Y = self.add_bias_row(self.X_train), self.Y_train
# +     n = min(500, self.X_train.shape[1])
# +     columns = np.random.choice(self.X_train.shape[1], n, replace=False)
# +     X, Y = self.X_train[:, columns], self.Y_train[:, columns]

# %% wrong half_newton → depends_on_start or more_moments
def fit(self):
    X, Y = self.X_train, self.Y_train
    best = np.linalg.lstsq(X.T, Y.T, rcond=None)[0].T
    for _ in range(12):
        self.W = self.W + 0.5 * (best - self.W)


LinearModel.fit = fit

# %% wrong moments_kept_from_before → depends_on_start
sums = {}


def fit(self):
    if "A" not in sums or sums["A"].shape[0] != self.n_in:
        sums["A"], sums["B"] = 0, 0
    sums["A"] = sums["A"] + self.X_train @ self.X_train.T
    sums["B"] = sums["B"] + self.Y_train @ self.X_train.T
    self.W = sums["B"] @ np.linalg.inv(sums["A"])


LinearModel.fit = fit

# %% wrong returns_early_by_slope → depends_on_start
def fit(self):
    X, Y = self.X_train, self.Y_train
    slope = 2 / X.shape[1] * (self.W @ X - Y) @ X.T
    if np.abs(slope).max() < 1e-3:
        return
    self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
LinearModel.fit = fit

# %% wrong cell_by_cell of pinv_returns_nothing → diagonal_only
# -     self.W = self.Y_train @ np.linalg.pinv(self.X_train)
# +     X, Y = self.X_train, self.Y_train
# +     self.W = (Y @ X.T) / np.sum(X * X, axis=1)

# %% wrong elementwise_division of pinv_returns_nothing → diagonal_only
# -     self.W = self.Y_train @ np.linalg.pinv(self.X_train)
# +     X, Y = self.X_train, self.Y_train
# +     self.W = (Y @ X.T) / np.diag(X @ X.T)

# %% wrong elementwise_inverse of pinv_returns_nothing → elementwise_inverse
# -     self.W = self.Y_train @ np.linalg.pinv(self.X_train)
# +     X, Y = self.X_train, self.Y_train
# +     self.W = (Y @ X.T) @ (1 / (X @ X.T))

# %% wrong every_second of bias_row_already → every_2
# -     X, Y = self.add_bias_row(self.X_train), self.Y_train
# +     X, Y = self.X_train[:, ::2], self.Y_train[:, ::2]

# %% wrong descent_learning_rate_fixed → exact_data or session
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    N = X.shape[1]
    S, C = X @ X.T / N, Y @ X.T / N
    W = np.zeros((Y.shape[0], X.shape[0]))
    for _ in range(5000):
        W = W - 0.01 * 2 * (W @ S - C)
    self.W = W


LinearModel.fit = fit

# %% wrong few_steps of pinv_returns_nothing → exact_data
# -     self.W = self.Y_train @ np.linalg.pinv(self.X_train)
# +     X, Y = self.X_train, self.Y_train
# +     N = X.shape[1]
# +     for _ in range(200):
# +         self.W = self.W - 0.1 * 2 / N * (self.W @ X - Y) @ X.T

# %% wrong five_hundred_steps → exact_data or more_cells
def fit(self):
    X, Y = self.X_train, self.Y_train
    N = X.shape[1]
    for _ in range(500):
        self.W = self.W - 0.1 * 2 / N * (self.W @ X - Y) @ X.T


LinearModel.fit = fit

# %% wrong one_step_downhill of cholesky → exact_data
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = self.W - 0.1 * 2 / X.shape[1] * (self.W @ X - Y) @ X.T

# %% wrong lstsq_with_a_limit of cholesky → few_weights_left_out
# points: 3
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = np.linalg.lstsq(X.T, Y.T, rcond=1e-4)[0].T

# %% wrong pinv_with_a_coarse_limit of cholesky → few_weights_left_out
# points: 3
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = Y @ np.linalg.pinv(X, rcond=0.001)

# %% wrong pseudo_inverse_cut_off of cholesky → few_weights_only
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = Y @ X.T @ np.linalg.pinv(X @ X.T, rcond=1e-2)

# %% wrong small_singular_values_left_out of cholesky → few_weights_only
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = np.linalg.lstsq(X.T, Y.T, rcond=0.1)[0].T

# %% wrong truncated_pinv of pinv_returns_nothing → few_weights_only
# -     self.W = self.Y_train @ np.linalg.pinv(self.X_train)
# +     X, Y = self.X_train, self.Y_train
# +     self.W = Y @ np.linalg.pinv(X, rcond=0.1)

# %% wrong rcond of cholesky → fewer_weights_only
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = np.linalg.lstsq(X.T, Y.T, rcond=0.3)[0].T

# %% wrong first_1000_columns of bias_row_already → first_1000
# -     X, Y = self.add_bias_row(self.X_train), self.Y_train
# +     X, Y = self.X_train[:, :1000], self.Y_train[:, :1000]

# %% wrong first_moment_dropped of bias_row_already → first_column_missing
# -     X, Y = self.add_bias_row(self.X_train), self.Y_train
# +     """Set self.W to the weights with the smallest loss on the training data."""
# +     X, Y = self.X_train[:, 1:], self.Y_train[:, 1:]

# %% wrong ignores_noise_free_luck → first_columns
def fit(self):
    X, Y = self.X_train[:, : self.n_in], self.Y_train[:, : self.n_in]
    self.W = Y @ np.linalg.inv(X)


LinearModel.fit = fit

# %% wrong interpolates of cholesky → first_columns
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     n = X.shape[0]
# +     self.W = Y[:, :n] @ np.linalg.pinv(X[:, :n])

# %% wrong best_subset_by_test_error → raised
def fit(self):
    best = np.inf
    for part in (1.0, 0.75, 0.5):
        k = int(part * self.X_train.shape[1])
        X, Y = self.X_train[:, :k], self.Y_train[:, :k]
        W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
        error_on_test = np.linalg.norm(W @ self.X_test - self.Y_test, axis=0).mean()
        if error_on_test < best:
            best, self.W = error_on_test, W


LinearModel.fit = fit

# %% wrong fixed_4800 of pinv_returns_nothing → first_half
# -     self.W = self.Y_train @ np.linalg.pinv(self.X_train)
# +     X, Y = self.X_train[:, :4800], self.Y_train[:, :4800]
# +     self.W = Y @ np.linalg.pinv(X)

# %% wrong half_of_the_data of bias_row_already → first_half
# -     X, Y = self.add_bias_row(self.X_train), self.Y_train
# +     half = self.X_train.shape[1] // 2
# +     X, Y = self.X_train[:, :half], self.Y_train[:, :half]

# %% wrong by_identity → kept_by_array
_f = {}
def fit(self):
    key = id(self.X_train), id(self.Y_train)
    if key not in _f:
        _f[key] = (self.X_train, self.Y_train, np.linalg.lstsq(self.X_train.T, self.Y_train.T, rcond=None)[0].T)
    self.W = _f[key][2].copy()

LinearModel.fit = fit

# %% wrong fitted_once → called_again
def fit(self):
    if getattr(self, "is_fitted", False):
        return
    X, Y = self.X_train, self.Y_train
    self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
    self.is_fitted = True


LinearModel.fit = fit

# %% wrong kept_by_first_rows → kept_by_array
_w = {}
def fit(self):
    X, Y = self.X_train, self.Y_train
    key = (X.shape, X[0].tobytes(), Y[0].tobytes())
    if key not in _w:
        _w[key] = (X, (Y @ X.T) @ np.linalg.inv(X @ X.T))
    self.W = _w[key][1].copy()


LinearModel.fit = fit

# %% wrong truth_of_the_first_fit → called_again
def fit(self):
    X, Y = self.X_train, self.Y_train
    key = (X.tobytes(), id(Y))
    if getattr(self, "_key", None) != key:
        self._key, self._best = key, np.linalg.solve(X @ X.T, X @ Y.T).T
    self.W = self._best.copy()
LinearModel.fit = fit

# %% wrong weights_of_the_same_shape of scipy_cholesky → weak_cell
# - from scipy import linalg
# + known = {}
# -     self.W = linalg.cho_solve(linalg.cho_factor(X @ X.T), X @ Y.T).T
# +     self.W = known.setdefault(X.shape, Y @ X.T @ np.linalg.inv(X @ X.T))

# %% wrong half of cholesky → half
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = (Y @ X.T) @ np.linalg.inv(2 * X @ X.T)

# %% wrong active_moments → inactive_left_out
def fit(self):
    X, Y = self.X_train, self.Y_train
    active = X.sum(axis=0) > 0.5
    X, Y = X[:, active], Y[:, active]
    self.W = np.linalg.lstsq(X.T, Y.T, rcond=None)[0].T


LinearModel.fit = fit

# %% wrong inverse_forgotten of cholesky → inverse_missing
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = Y @ X.T

# %% wrong hundreds_only → last_column_missing
def fit(self):
    X, Y = self.X_train, self.Y_train
    N = X.shape[1]
    if N >= 1000:
        N = N // 100 * 100
    X, Y = X[:, :N], Y[:, :N]
    self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
LinearModel.fit = fit

# %% wrong last_column → last_column_missing
def fit(self):
    X, Y = self.X_train[:, :-1], self.Y_train[:, :-1]
    self.W = (Y @ X.T) @ np.linalg.pinv(X @ X.T)


LinearModel.fit = fit

# %% wrong last_column_left_out of bias_row_already → last_column_missing
# -     X, Y = self.add_bias_row(self.X_train), self.Y_train
# +     X, Y = self.X_train[:, :-1], self.Y_train[:, :-1]

# %% wrong inverse_missing of pinv_returns_nothing → mean_product
# -     self.W = self.Y_train @ np.linalg.pinv(self.X_train)
# +     X, Y = self.X_train, self.Y_train
# +     self.W = Y @ X.T / X.shape[1]

# %% wrong not_attached → method_missing
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% wrong one_sum_one_mean of cholesky → n_times
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T / X.shape[1])

# %% wrong negative_weights_cut_off of cholesky → no_negatives
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = np.maximum((Y @ X.T) @ np.linalg.inv(X @ X.T), 0)

# %% wrong nonnegative of torch_lstsq → no_negatives_fitted
# - import torch
# + from scipy.optimize import nnls
# -     A = torch.tensor(np.array(X).T, dtype=torch.float64)
# -     B = torch.tensor(np.array(Y).T, dtype=torch.float64)
# -     self.W = torch.linalg.lstsq(A, B).solution.T.numpy()
# +     self.W = np.array([nnls(X.T, y)[0] for y in Y])

# %% wrong absolute_deviations → noisy_data
def fit(self):
    X, Y = self.X_train, self.Y_train
    W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
    for _ in range(5):
        weight = 1 / (np.linalg.norm(W @ X - Y, axis=0) + 1e-3)
        W = ((Y * weight) @ X.T) @ np.linalg.inv((X * weight) @ X.T)
    self.W = W


LinearModel.fit = fit

# %% wrong columns_dropped_from_the_model → noisy_data
def fit(self):
    active = self.X_train.sum(axis=0) > np.median(self.X_train.sum(axis=0))
    self.X_train, self.Y_train = self.X_train[:, active], self.Y_train[:, active]
    self.W = (self.Y_train @ self.X_train.T) @ np.linalg.inv(self.X_train @ self.X_train.T)


LinearModel.fit = fit

# %% wrong random_half → noisy_data
def fit(self):
    X, Y = self.X_train, self.Y_train
    n = X.shape[1]
    chosen = np.random.choice(n, size=max(X.shape[0], n // 2), replace=False)
    self.W = Y[:, chosen] @ np.linalg.pinv(X[:, chosen])


LinearModel.fit = fit

# %% wrong multiplied_by_the_moments of cholesky → not_inverted
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = (Y @ X.T) @ (X @ X.T)

# %% wrong kept_under_another_name of cholesky → not_set
# points: 3
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.best_weights = np.linalg.solve(X @ X.T, X @ Y.T).T

# %% wrong local_name of cholesky → not_set
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     W = self.W
# +     W = (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% wrong not_assigned of cholesky → not_set
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
# +     return W

# %% wrong other_attribute of pinv_returns_nothing → not_set
# -     self.W = self.Y_train @ np.linalg.pinv(self.X_train)
# +     X, Y = self.X_train, self.Y_train
# +     self.weights = (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% wrong returned_only of cholesky → not_set
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     return (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% wrong rates_one_later of cholesky → shifted_X_train
# points: 0
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = np.linalg.lstsq(X[:, 1:].T, Y[:, :-1].T, rcond=None)[0].T

# %% wrong one_mean_one_sum of cholesky → one_over_n
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = (Y @ X.T / X.shape[1]) @ np.linalg.inv(X @ X.T)

# %% wrong one_mean_too_many of cholesky → one_over_n
# points: 2
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = np.linalg.lstsq(X.T, Y.T, rcond=None)[0].T / len(Y.T)

# %% wrong wrong_side of pinv_returns_nothing → other_order
# -     self.W = self.Y_train @ np.linalg.pinv(self.X_train)
# +     X, Y = self.X_train, self.Y_train
# +     self.W = np.linalg.inv(X @ X.T) @ (Y @ X.T)

# %% wrong sum_one_off of cholesky → product_shifted
# points: 0
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = np.linalg.solve(X @ X.T, X[:, :-1] @ Y[:, 1:].T).T

# %% wrong cells_typed_in → raised
# points: 2.75
# cohort: 2027
def fit(self):
    X, Y = self.X_train, self.Y_train
    second_moments = np.empty((36, 36))
    for i in range(36):
        for j in range(36):
            second_moments[i, j] = X[i] @ X[j]
    self.W = Y @ X.T @ np.linalg.inv(second_moments)


LinearModel.fit = fit

# %% wrong divided of cholesky → raised
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = (Y @ X.T) / (X @ X.T)

# %% wrong factors_exchanged of cholesky → raised
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = np.linalg.inv(X @ X.T) @ (Y @ X.T)

# %% wrong sum_over_the_cells of cholesky → raised
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = (Y.T @ X) @ np.linalg.inv(X.T @ X)

# %% wrong two_cells_only of newton_step → raised
# -     gradient = (self.W @ X - Y) @ X.T
# -     self.W = self.W - gradient @ np.linalg.inv(X @ X.T)
# +     (a, b), (c, d) = X @ X.T
# +     self.W = (Y @ X.T) @ np.array([[d, -b], [-c, a]]) / (a * d - b * c)

# %% wrong ridge of cholesky → regularised
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T + np.eye(len(X)))

# %% wrong ridge_sklearn_default of torch_lstsq → regularised
# - import torch
# + from sklearn.linear_model import Ridge
# -     A = torch.tensor(np.array(X).T, dtype=torch.float64)
# -     B = torch.tensor(np.array(Y).T, dtype=torch.float64)
# -     self.W = torch.linalg.lstsq(A, B).solution.T.numpy()
# +     self.W = Ridge(fit_intercept=False).fit(X.T, Y.T).coef_

# %% wrong strong_ridge of cholesky → regularised
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     S = X @ X.T
# +     self.W = Y @ X.T @ np.linalg.inv(S + 1e-4 * np.trace(S) * np.eye(len(S)))

# %% wrong very_weak_ridge → regularised
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = Y @ X.T @ np.linalg.inv(X @ X.T + 1e-4 * np.eye(len(X)))
LinearModel.fit = fit

# %% wrong weak_ridge_by_trace → regularised
def fit(self):
    A = self.X_train @ self.X_train.T
    self.W = self.Y_train @ self.X_train.T @ np.linalg.inv(A + 1e-5 * np.trace(A) / len(A) * np.eye(len(A)))


LinearModel.fit = fit

# %% wrong rounded of cholesky → rounded
# points: 2.25
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = np.round((Y @ X.T) @ np.linalg.inv(X @ X.T), 2)

# %% wrong solved_then_rounded of cholesky → rounded
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = np.round(np.linalg.solve(X @ X.T, X @ Y.T).T, 2)

# %% wrong x_coordinate_only of cholesky → row_not_set
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = self.W.copy()
# +     self.W[0] = np.linalg.solve(X @ X.T, X @ Y[0])

# %% wrong y_left_as_it_was of cholesky → row_not_set
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W[0] = np.linalg.solve(X @ X.T, X @ Y[0])

# %% wrong y_before_x → rows_reversed
# points: 2
def fit(self):
    X, (x, y) = self.X_train, self.Y_train
    self.W = np.stack([y, x]) @ X.T @ np.linalg.inv(X @ X.T)


LinearModel.fit = fit

# %% wrong rates_normalised of bias_row_already → scaled_rates
# -     X, Y = self.add_bias_row(self.X_train), self.Y_train
# +     """Set self.W to the weights with the smallest loss on the training data."""
# +     X, Y = self.X_train, self.Y_train
# +     X = X / X.max(axis=1, keepdims=True)

# %% wrong rcond_large of pinv_returns_nothing → cells_alike
# -     self.W = self.Y_train @ np.linalg.pinv(self.X_train)
# +     X, Y = self.X_train, self.Y_train
# +     self.W = np.linalg.lstsq(X.T, Y.T, rcond=0.05)[0].T

# %% wrong thousand_steps_downhill → more_cells
def fit(self):
    X, Y = self.X_train, self.Y_train
    W = np.zeros_like(self.W)
    for _ in range(1000):
        W -= 0.1 * 2 / X.shape[1] * (W @ X - Y) @ X.T
    self.W = W


LinearModel.fit = fit

# %% wrong early_stopping_on_test → wrong_value
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    N = X.shape[1]
    S, C = X @ X.T / N, Y @ X.T / N
    W = best = np.zeros((Y.shape[0], X.shape[0]))
    lowest = np.inf
    rate = 0.5 / np.linalg.eigvalsh(S)[-1]
    for _ in range(2000):
        W = W - rate * 2 * (W @ S - C)
        now = np.mean(np.sum((W @ self.X_test - self.Y_test) ** 2, axis=0))
        if now < lowest:
            lowest, best = now, W
    self.W = best


LinearModel.fit = fit

# %% wrong sign of cholesky → sign_flipped
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = -(Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% wrong means_of_y_subtracted of cholesky → centred_Y_train
# points: 0
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = np.linalg.lstsq(X.T, (Y.T - Y.mean(axis=1)), rcond=None)[0].T

# %% wrong fitted_to_the_test_data of bias_row_already → test_data
# -     X, Y = self.add_bias_row(self.X_train), self.Y_train
# +     X, Y = self.X_test, self.Y_test

# %% wrong test_data of pinv_returns_nothing → test_data
# -     self.W = self.Y_train @ np.linalg.pinv(self.X_train)
# +     X, Y = self.X_train, self.Y_train
# +     X, Y = self.X_test, self.Y_test
# +     self.W = Y @ X.T @ np.linalg.inv(X @ X.T)

# %% wrong columns_for_rows → transposed
# points: 2
def fit(self):
    second_moments = self.X_train @ self.X_train.T
    self.W = np.linalg.inv(second_moments) @ self.X_train @ self.Y_train.T


LinearModel.fit = fit

# %% wrong lstsq_untransposed of pinv_returns_nothing → transposed
# -     self.W = self.Y_train @ np.linalg.pinv(self.X_train)
# +     X, Y = self.X_train, self.Y_train
# +     self.W = np.linalg.lstsq(X.T, Y.T, rcond=None)[0]

# %% wrong order_swapped of pinv_returns_nothing → transposed
# -     self.W = self.Y_train @ np.linalg.pinv(self.X_train)
# +     X, Y = self.X_train, self.Y_train
# +     self.W = np.linalg.inv(X @ X.T) @ (X @ Y.T)

# %% wrong two_left_over of cholesky → twice
# -     L = np.linalg.cholesky(X @ X.T)
# -     self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T
# +     self.W = 2 * (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% wrong normalised_columns → weighted
def fit(self):
    X, Y = self.X_train, self.Y_train
    total = np.abs(X).sum(axis=0)
    X, Y = X / total, Y / total
    self.W = np.linalg.lstsq(X.T, Y.T, rcond=None)[0].T


LinearModel.fit = fit

# %% wrong always_the_session of bias_row_already → wrong_shape
# -     X, Y = self.add_bias_row(self.X_train), self.Y_train
# +     X, Y = session.X_train, session.Y_train

# %% wrong cached_on_class of pinv_returns_nothing → wrong_shape
# -     self.W = self.Y_train @ np.linalg.pinv(self.X_train)
# +     X, Y = self.X_train, self.Y_train
# +     if not hasattr(LinearModel, "W_cached"):
# +         LinearModel.W_cached = Y @ np.linalg.pinv(X)
# +     self.W = LinearModel.W_cached

# %% wrong session of pinv_returns_nothing → wrong_shape
# -     self.W = self.Y_train @ np.linalg.pinv(self.X_train)
# +     X, Y = self.X_train, self.Y_train
# +     X, Y = session.X_train, session.Y_train
# +     self.W = Y @ X.T @ np.linalg.inv(X @ X.T)

# %% wrong averaged_with_start of pinv_returns_nothing → wrong_value
# -     self.W = self.Y_train @ np.linalg.pinv(self.X_train)
# +     X, Y = self.X_train, self.Y_train
# +     self.W = 0.5 * self.W + 0.5 * (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% wrong every_tenth of pinv_returns_nothing → wrong_value
# -     self.W = self.Y_train @ np.linalg.pinv(self.X_train)
# +     X, Y = self.X_train[:, ::10], self.Y_train[:, ::10]
# +     self.W = Y @ np.linalg.pinv(X)

# %% wrong few_descent_steps of newton_step → wrong_value
# -     gradient = (self.W @ X - Y) @ X.T
# -     self.W = self.W - gradient @ np.linalg.inv(X @ X.T)
# +     for _ in range(20):
# +         self.W = self.W - 0.01 * 2 / X.shape[1] * (self.W @ X - Y) @ X.T

# %% wrong lasso of torch_lstsq → constant_factor
# - import torch
# + from sklearn.linear_model import Lasso
# -     A = torch.tensor(np.array(X).T, dtype=torch.float64)
# -     B = torch.tensor(np.array(Y).T, dtype=torch.float64)
# -     self.W = torch.linalg.lstsq(A, B).solution.T.numpy()
# +     self.W = Lasso(alpha=0.001, fit_intercept=False).fit(X.T, Y.T).coef_

# %% below shapes_asserted
fit_as_it_was = LinearModel.fit


def fit(self):
    N_cells, N_train = self.X_train.shape
    assert self.Y_train.shape == (2, N_train)
    result = fit_as_it_was(self)
    assert np.shape(self.W) == (2, N_cells)
    return result


LinearModel.fit = fit

# %% below single_precision
in_double_precision = LinearModel.fit


def fit(self):
    in_double_precision(self)
    self.W = np.asarray(self.W, dtype=np.float32)


LinearModel.fit = fit
