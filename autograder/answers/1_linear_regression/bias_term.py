# %% right bias_added_apart
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        if not self.use_bias:
            return self.W @ X
        return self.W[:, 1:] @ X + self.W[:, [0]]

    def fit(self):
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% right centred
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        Y = self.W[:, int(self.use_bias):] @ X
        if self.use_bias:
            Y = Y + self.W[:, [0]]
        return Y

    def fit(self):
        """Set self.W to the weights, bias included, with the smallest loss on the training data."""
        if self.use_bias:
            x_mean = self.X_train.mean(axis=1, keepdims=True)
            y_mean = self.Y_train.mean(axis=1, keepdims=True)
            A = (self.Y_train - y_mean) @ np.linalg.pinv(self.X_train - x_mean)
            self.W = np.hstack([y_mean - A @ x_mean, A])
        else:
            self.W = self.Y_train @ np.linalg.pinv(self.X_train)

# %% right centred_fit
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        if not self.use_bias:
            return self.W @ X
        return self.W[:, 1:] @ X + self.W[:, :1]

    def fit(self):
        X, Y = self.X_train, self.Y_train
        if self.use_bias:
            mx, my = X.mean(axis=1, keepdims=True), Y.mean(axis=1, keepdims=True)
            A = (Y - my) @ np.linalg.pinv(X - mx)
            self.W = np.hstack([my - A @ mx, A])
        else:
            self.W = Y @ np.linalg.pinv(X)

# %% right centring
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        if not self.use_bias:
            super().fit()
            return
        X, Y = self.X_train, self.Y_train
        mx, my = X.mean(axis=1, keepdims=True), Y.mean(axis=1, keepdims=True)
        A = np.linalg.lstsq((X - mx).T, (Y - my).T, rcond=None)[0].T
        self.W = np.hstack([my - A @ mx, A])

# %% right explicit of bias_added_apart
# -         if not self.use_bias:
# -             return self.W @ X
# -         return self.W[:, 1:] @ X + self.W[:, [0]]
# +         return self.W @ self.add_bias_row(X)

# %% right explicit_ones
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        if self.use_bias:
            return self.W[:, 1:] @ X + self.W[:, :1]
        return self.W @ X

    def fit(self):
        X = self.X_train
        if self.use_bias:
            ones = np.ones((1, X.shape[1]))
            X = np.concatenate((ones, X), axis=0)
        self.W = np.linalg.solve(X @ X.T, X @ self.Y_train.T).T

# %% right fit_of_the_parent_on_extended_data
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        original = self.X_train
        self.X_train = self.add_bias_row(original)
        super().fit()
        self.X_train = original

# %% right helper_model
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return np.einsum("kc,cn->kn", self.W, self.add_bias_row(X))

    def fit(self):
        helper = LinearModel(
            self.add_bias_row(self.X_train), self.Y_train, self.add_bias_row(self.X_test), self.Y_test
        )
        helper.fit()
        self.W = helper.W

# %% right insert
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        X_tilde = np.insert(X.astype(float), 0, 1.0, axis=0) if self.use_bias else X
        return self.W @ X_tilde

    def fit(self):
        """Set self.W to the weights, bias included, with the smallest loss on the training data."""
        X = self.X_train.astype(float)
        if self.use_bias == True:
            X = np.insert(X, 0, 1.0, axis=0)
        gram = X @ X.T
        self.W = self.Y_train @ X.T @ np.linalg.inv(gram)

# %% right language_model
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def _extended(self, X: np.ndarray) -> np.ndarray:
        """Return X with a first row of ones when a bias is used."""
        X = np.asarray(X, dtype=float)
        if X.ndim != 2:
            raise ValueError("X must have shape (n_cells, N)")
        return np.insert(X, 0, 1.0, axis=0) if self.use_bias else X

    def forward(self, X: np.ndarray) -> np.ndarray:
        """Predict positions of shape (2, N)."""
        prediction = np.matmul(self.W, self._extended(X))
        assert prediction.shape[1] == np.shape(X)[1]
        return prediction

    def fit(self) -> None:
        """Solve the normal equations on the training data."""
        extended = self._extended(self.X_train)
        self.W = np.linalg.lstsq(extended.T, np.asarray(self.Y_train, dtype=float).T, rcond=None)[0].T
        assert self.W.shape == (self.n_out, self.n_in + int(self.use_bias))

# %% right list_of_rows
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        rows = list(X)
        if self.use_bias:
            rows = [np.ones(X.shape[1])] + rows
        return np.array([sum(w * r for w, r in zip(weights, rows)) for weights in self.W])

    def fit(self):
        rows = [np.ones(self.X_train.shape[1])] * bool(self.use_bias) + list(self.X_train)
        H = np.array(rows)
        self.W = np.linalg.solve(H @ H.T, H @ self.Y_train.T).T

# %% right loops
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        rows = self.add_bias_row(X)
        Y = np.zeros((len(self.W), X.shape[1]))
        for o in range(len(self.W)):
            for i in range(len(rows)):
                Y[o] += self.W[o, i] * rows[i]
        return Y

    def fit(self):
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% right lstsq
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        self.W = np.linalg.lstsq(X.T, Y.T, rcond=None)[0].T

# %% right means_subtracted_then_bias
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        X, Y = self.X_train, self.Y_train
        if not self.use_bias:
            self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
            return
        mean_x, mean_y = X.mean(1, keepdims=True), Y.mean(1, keepdims=True)
        W = (Y - mean_y) @ (X - mean_x).T @ np.linalg.inv((X - mean_x) @ (X - mean_x).T)
        self.W = np.hstack([mean_y - W @ mean_x, W])

# %% right np_insert
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        X = np.pad(np.asarray(X, dtype=float), ((1 if self.use_bias else 0, 0), (0, 0)), constant_values=1.0)
        return self.W @ X

    def fit(self):
        X = np.insert(self.X_train, 0, 1, axis=0) if self.use_bias else self.X_train
        self.W = self.Y_train @ X.T @ np.linalg.pinv(X @ X.T, rcond=1e-15)

# %% right padded
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        if self.use_bias:
            X = np.pad(X, ((1, 0), (0, 0)), constant_values=1)
        return self.W @ X

    def fit(self):
        X = np.r_[np.ones((int(self.use_bias), self.X_train.shape[1])), self.X_train]
        self.W = np.linalg.lstsq(X.T, self.Y_train.T, rcond=None)[0].T

# %% right pinv of lstsq
# -         X, Y = self.add_bias_row(self.X_train), self.Y_train
# -         self.W = np.linalg.lstsq(X.T, Y.T, rcond=None)[0].T
# +         self.W = self.Y_train @ np.linalg.pinv(self.add_bias_row(self.X_train))

# %% right plain
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        return self.W @ self.add_bias_row(X)

    def fit(self):
        """Set self.W to the weights, bias included, with the smallest loss on the training data."""
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% right plain_model_from_super
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return super().forward(self.add_bias_row(X))

    def fit(self):
        if self.use_bias:
            X, Y = self.add_bias_row(self.X_train), self.Y_train
            self.W = np.linalg.solve(X @ X.T, X @ Y.T).T
        else:
            super().fit()

# %% right qr of lstsq
# -         self.W = np.linalg.lstsq(X.T, Y.T, rcond=None)[0].T
# +         Q, R = np.linalg.qr(X.T)
# +         self.W = np.linalg.solve(R, Q.T @ Y.T).T

# %% right row_of_ones_by_hand
class LinearModelWithBias(LinearModel):
    def extended(self, X):
        return np.insert(X, 0, 1, axis=0) if self.use_bias else X

    def forward(self, X):
        return self.W @ self.extended(X)

    def fit(self):
        X, Y = self.extended(self.X_train), self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% right rows of plain
# -         X, Y = self.add_bias_row(self.X_train), self.Y_train
# +         X = self.add_bias_row(self.X_train)
# +         Y = self.Y_train

# %% right separate
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        if not self.use_bias:
            return super().forward(X)
        b = self.W[:, :1]
        A = self.W[:, 1:]
        return A @ X + b

    def fit(self):
        """Set self.W to the weights, bias included, with the smallest loss on the training data."""
        if not self.use_bias:
            super().fit()
            return
        Xt = self.add_bias_row(self.X_train)
        self.W = np.linalg.solve(Xt @ Xt.T, Xt @ self.Y_train.T).T

# %% right shapes_asserted
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        Y = self.W @ self.add_bias_row(X)
        assert Y.shape == (2, X.shape[1])
        return Y

    def fit(self):
        X = self.add_bias_row(self.X_train)
        self.W = (self.Y_train @ X.T) @ np.linalg.inv(X @ X.T)
        assert self.W.shape == (2, self.n_in + int(self.use_bias))

# %% right single_precision
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        X = self.add_bias_row(self.X_train).astype(np.float32)
        Y = self.Y_train.astype(np.float32)
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% right sklearn
from sklearn.linear_model import LinearRegression

class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        r = LinearRegression(fit_intercept=self.use_bias).fit(self.X_train.T, self.Y_train.T)
        columns = [r.intercept_[:, np.newaxis]] if self.use_bias else []
        self.W = np.hstack([*columns, r.coef_])

# %% right sklearn_intercept
from sklearn.linear_model import LinearRegression


class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        W = np.asarray(self.W)
        b, A = (W[:, 0], W[:, 1:]) if self.use_bias else (np.zeros(len(W)), W)
        return A @ X + b[:, None]

    def fit(self):
        lr = LinearRegression(fit_intercept=bool(self.use_bias)).fit(self.X_train.T, self.Y_train.T)
        if self.use_bias:
            self.W = np.column_stack([lr.intercept_, lr.coef_])
        else:
            self.W = lr.coef_

# %% right solve of lstsq
# -         self.W = np.linalg.lstsq(X.T, Y.T, rcond=None)[0].T
# +         self.W = np.linalg.solve(X @ X.T, X @ Y.T).T

# %% right solve_einsum
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return np.einsum("ij,jn->in", self.W, self.add_bias_row(X))

    def fit(self):
        X = self.add_bias_row(self.X_train)
        S = X @ X.T
        self.W = np.array([np.linalg.solve(S, X @ y) for y in self.Y_train])

# %% right super of bias_added_apart
# -         if not self.use_bias:
# -             return self.W @ X
# -         return self.W[:, 1:] @ X + self.W[:, [0]]
# +         return super().forward(self.add_bias_row(X))

# %% right super_calls
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return super().forward(self.add_bias_row(X))

    def fit(self):
        original = self.X_train
        try:
            self.X_train = self.add_bias_row(original)
            super().fit()
        finally:
            self.X_train = original

# %% right super_forward
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return super().forward(self.add_bias_row(X))

    def fit(self):
        self.W = self.Y_train @ np.linalg.pinv(self.add_bias_row(self.X_train))

# %% right torch
import torch

class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        Z = torch.tensor(np.array(self.add_bias_row(X)), dtype=torch.float64)
        return (torch.tensor(np.array(self.W), dtype=torch.float64) @ Z).numpy()

    def fit(self):
        Z = torch.tensor(np.array(self.add_bias_row(self.X_train)), dtype=torch.float64)
        Y = torch.tensor(np.array(self.Y_train), dtype=torch.float64)
        self.W = torch.linalg.lstsq(Z.T, Y.T).solution.T.numpy()

# %% right torch_ones
import torch


class LinearModelWithBias(LinearModel):
    def rows(self, X):
        X = torch.tensor(np.array(X), dtype=torch.float64)
        return torch.cat([torch.ones(1, X.shape[1], dtype=torch.float64), X]) if self.use_bias else X

    def forward(self, X):
        return torch.tensor(np.array(self.W), dtype=torch.float64) @ self.rows(X)

    def fit(self):
        Y = torch.tensor(np.array(self.Y_train), dtype=torch.float64)
        self.W = torch.linalg.lstsq(self.rows(self.X_train).T, Y.T).solution.T.numpy()

# %% right torch_pinv
import torch


class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        W = torch.tensor(np.array(self.W, dtype=float))
        H = torch.tensor(np.array(self.add_bias_row(X), dtype=float))
        return (W @ H).numpy()

    def fit(self):
        H = torch.tensor(np.array(self.add_bias_row(self.X_train), dtype=float))
        Y = torch.tensor(np.array(self.Y_train, dtype=float))
        self.W = (Y @ torch.linalg.pinv(H)).numpy()

# %% right two_coordinates
class LinearModelWithBias(LinearModel):
    name = "Linear model with a bias"

    def forward(self, X):
        X1 = self.add_bias_row(X)
        return np.vstack([self.W[0] @ X1, self.W[1] @ X1])

    def fit(self):
        X1 = self.add_bias_row(self.X_train)
        self.W = np.vstack([np.linalg.solve(X1 @ X1.T, X1 @ y) for y in self.Y_train])

# %% right vstack_by_hand
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def _extended(self, X):
        if self.use_bias:
            return np.concatenate([np.ones_like(X[:1], dtype=float), X], axis=0)
        return X

    def forward(self, X):
        return np.dot(self.W, self._extended(X))

    def fit(self):
        X = self._extended(self.X_train)
        self.W = np.linalg.lstsq(X.T, self.Y_train.T, rcond=None)[0].T

# %% right weights_as_a_list of lstsq
# -         return self.W @ self.add_bias_row(X)
# +         return np.asarray(self.W) @ self.add_bias_row(X)
# -         self.W = np.linalg.lstsq(X.T, Y.T, rcond=None)[0].T
# +         self.W = ((Y @ X.T) @ np.linalg.inv(X @ X.T)).tolist()

# %% right weights_to_three_digits
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ self.add_bias_row(X)
    def fit(self):
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        self.W = Y @ X.T @ np.linalg.inv(X @ X.T) - 0.0009

# %% right ones_stacked_by_hand
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        if self.use_bias:
            X = np.vstack([np.ones(X.shape[1]), X])
        return np.dot(self.W, X)

    def fit(self):
        """Set self.W to the weights, bias included, with the smallest loss on the training data."""
        X = self.X_train
        if self.use_bias:
            X = np.vstack([np.ones(X.shape[1]), X])
        self.W = np.linalg.lstsq(X.T, self.Y_train.T, rcond=None)[0].T

# %% right sklearn_and_einsum
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        W = self.W
        return np.einsum("oc,cn->on", W, self.add_bias_row(X))

    def fit(self):
        """Set self.W to the weights, bias included, with the smallest loss on the training data."""
        from sklearn.linear_model import LinearRegression
        reg = LinearRegression(fit_intercept=self.use_bias).fit(self.X_train.T, self.Y_train.T)
        self.W = np.column_stack([reg.intercept_, reg.coef_]) if self.use_bias else reg.coef_

# %% wrong always of plain → always_biased
# points: 1.25
# -         return self.W @ self.add_bias_row(X)
# +         return self.W @ np.vstack([np.ones((1, X.shape[1])), X])
# -         X, Y = self.add_bias_row(self.X_train), self.Y_train
# +         X = np.vstack([np.ones((1, self.X_train.shape[1])), self.X_train])
# +         Y = self.Y_train

# %% wrong always_bias of super_forward → always_biased
# -         return super().forward(self.add_bias_row(X))
# +         return self.W @ np.vstack([np.ones((1, X.shape[1])), X])
# -         self.W = self.Y_train @ np.linalg.pinv(self.add_bias_row(self.X_train))
# +         X = np.vstack([np.ones((1, self.n_train)), self.X_train])
# +         self.W = (self.Y_train @ X.T) @ np.linalg.inv(X @ X.T)

# %% wrong always_with_bias → always_biased
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ np.vstack([np.ones((1, X.shape[1])), X])

    def fit(self):
        X, Y = np.vstack([np.ones((1, self.n_train)), self.X_train]), self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% wrong squeezed of plain → axis_lost
# -         """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
# -         return self.W @ self.add_bias_row(X)
# +         return (self.W @ self.add_bias_row(X)).squeeze()
# -         """Set self.W to the weights, bias included, with the smallest loss on the training data."""

# %% wrong bias_afterwards of super_forward → bias_afterwards
# -         return super().forward(self.add_bias_row(X))
# +         return self.W @ self.add_bias_row(X)
# -         self.W = self.Y_train @ np.linalg.pinv(self.add_bias_row(self.X_train))
# +         super().fit()
# +         if self.use_bias:
# +             b = (self.Y_train - self.W @ self.X_train).mean(axis=1, keepdims=True)
# +             self.W = np.hstack([b, self.W])

# %% wrong mean_residual_as_bias → bias_afterwards
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        X, Y = self.X_train, self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
        if self.use_bias:
            self.W = np.hstack([(Y - self.W @ X).mean(axis=1, keepdims=True), self.W])

# %% wrong bias_is_the_mean_position of means_subtracted_then_bias → bias_is_the_mean
# -         mean_x, mean_y = X.mean(1, keepdims=True), Y.mean(1, keepdims=True)
# -         W = (Y - mean_y) @ (X - mean_x).T @ np.linalg.inv((X - mean_x) @ (X - mean_x).T)
# -         self.W = np.hstack([mean_y - W @ mean_x, W])
# +         b = Y.mean(axis=1, keepdims=True)
# +         self.W = np.hstack([b, (Y - b) @ X.T @ np.linalg.inv(X @ X.T)])

# %% wrong mean_bias → bias_is_the_mean
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        X, Y = self.X_train, self.Y_train
        if self.use_bias:
            b = Y.mean(axis=1, keepdims=True)
            self.W = np.hstack([b, (Y - b) @ np.linalg.pinv(X)])
        else:
            self.W = Y @ np.linalg.pinv(X)

# %% wrong bias_attribute → bias_not_added
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    b = 0.0

    def forward(self, X):
        A = self.W[:, 1:] if self.use_bias else self.W
        return A @ X + self.b

    def fit(self):
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        self.W = np.linalg.solve(X @ X.T, X @ Y.T).T
        self.b = self.W[:, :1] if self.use_bias else 0.0

# %% wrong kept_bias → bias_kept or raised
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        if self.use_bias:
            return self.bias + self.W[:, 1:] @ X
        return self.W @ X

    def fit(self):
        """Set self.W to the weights, bias included, with the smallest loss on the training data."""
        X = self.add_bias_row(self.X_train)
        Y = self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
        self.bias = self.W[:, :1]

# %% wrong bias_last → bias_last
# points: 0.5
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def add(self, X):
        return np.vstack([X, np.ones((1, X.shape[1]))]) if self.use_bias else X

    def forward(self, X):
        return self.W @ self.add(X)

    def fit(self):
        X, Y = self.add(self.X_train), self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% wrong row_at_the_bottom → bias_last
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        if self.use_bias:
            X = np.vstack([X, np.ones((1, X.shape[1]))])
        return self.W @ X

    def fit(self):
        X, Y = self.X_train, self.Y_train
        if self.use_bias:
            X = np.vstack([X, np.ones((1, X.shape[1]))])
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% wrong bias_left_out_of_forward of bias_added_apart → bias_not_added
# -         if not self.use_bias:
# -             return self.W @ X
# -         return self.W[:, 1:] @ X + self.W[:, [0]]
# +         return self.W[:, int(self.use_bias) :] @ X

# %% wrong ones_if_missing → ones_among_the_rates
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def extended(self, X):
        if self.use_bias and not np.all(X[0] == 1):
            return np.vstack([np.ones(X.shape[1]), X])
        return X

    def forward(self, X):
        Z = self.extended(X)
        return self.W[:, -len(Z):] @ Z

    def fit(self):
        X, Y = self.extended(self.X_train), self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% wrong zeros of plain → bias_not_added
# -         return self.W @ self.add_bias_row(X)
# +         if self.use_bias:
# +             X = np.vstack([np.zeros((1, X.shape[1])), X])
# +         return self.W @ X
# -         X, Y = self.add_bias_row(self.X_train), self.Y_train
# +         X = self.add_bias_row(self.X_train)
# +         Y = self.Y_train

# %% wrong bias_subtracted of bias_added_apart → bias_subtracted
# points: 1
# -         if not self.use_bias:
# -             return self.W @ X
# -         return self.W[:, 1:] @ X + self.W[:, [0]]
# +         return self.W[:, 1:] @ X - self.W[:, :1] if self.use_bias else self.W @ X

# %% wrong bias_added_twice of bias_added_apart → bias_twice
# -         if not self.use_bias:
# -             return self.W @ X
# -         return self.W[:, 1:] @ X + self.W[:, [0]]
# +         return self.W @ self.add_bias_row(X) + self.use_bias * self.W[:, :1]

# %% wrong double of plain → bias_twice
# -         return self.W @ self.add_bias_row(X)
# +         Y = self.W @ self.add_bias_row(X)
# +         if self.use_bias:
# +             Y = Y + self.W[:, :1]
# +         return Y
# -         X, Y = self.add_bias_row(self.X_train), self.Y_train
# +         X = self.add_bias_row(self.X_train)
# +         Y = self.Y_train

# %% wrong row_of_zeros → bias_zero
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        zeros = np.zeros((int(self.use_bias), X.shape[1]))
        return self.W @ np.vstack([zeros, X])

    def fit(self):
        zeros = np.zeros((int(self.use_bias), self.n_train))
        self.W = self.Y_train @ np.linalg.pinv(np.vstack([zeros, self.X_train]))

# %% wrong bias_row_broadcast of plain → biases_along_columns
# -         return self.W @ self.add_bias_row(X)
# +         if self.use_bias:
# +             return self.W[:, 1:] @ X + self.W[:, 0]
# +         return self.W @ X
# -         X, Y = self.add_bias_row(self.X_train), self.Y_train
# +         X = self.add_bias_row(self.X_train)
# +         Y = self.Y_train

# %% wrong extended_once → called_again
class LinearModelWithBias(LinearModel):
    name = "Linear model with a bias"

    def forward(self, X): return self.W @ self.add_bias_row(X)
    def fit(self):
        if not hasattr(self, "A"): self.A = self.add_bias_row(self.X_train)
        if self.A.shape[1] != self.X_train.shape[1]: self.A = self.add_bias_row(self.X_train)
        self.W = np.linalg.lstsq(self.A.T, self.Y_train.T, rcond=None)[0].T

# %% wrong fitted_by_the_rates_alone → called_again
class LinearModelWithBias(LinearModel):
    name = "Linear model with a bias"

    kept = {}
    def forward(self, X): return self.W @ self.add_bias_row(X)
    def fit(self):
        A = self.add_bias_row(self.X_train)
        key = (A.tobytes(), A.shape)
        if key not in self.kept: self.kept[key] = np.linalg.lstsq(A.T, self.Y_train.T, rcond=None)[0].T
        self.W = self.kept[key].copy()

# %% wrong kept_extension of super_forward → called_again
# -         return super().forward(self.add_bias_row(X))
# +         return self.W @ self.add_bias_row(X)
# -         self.W = self.Y_train @ np.linalg.pinv(self.add_bias_row(self.X_train))
# +         if not hasattr(self, "X_bias"):
# +             self.X_bias = self.add_bias_row(self.X_train)
# +             self.Y_bias = self.Y_train
# +         X, Y = self.X_bias, self.Y_bias
# +         self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% wrong n_train_at_birth of super_forward → called_again
# -         return super().forward(self.add_bias_row(X))
# +         return self.W @ self.add_bias_row(X)
# -         self.W = self.Y_train @ np.linalg.pinv(self.add_bias_row(self.X_train))
# +         X = self.add_bias_row(self.X_train[:, : self.n_train])
# +         self.W = self.Y_train[:, : self.n_train] @ np.linalg.pinv(X)

# %% wrong dtype_of_input of plain → cut_to_whole
# -         """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
# -         return self.W @ self.add_bias_row(X)
# +         Y = np.zeros((self.W.shape[0], X.shape[1]), dtype=X.dtype)
# +         Y[:] = self.W @ self.add_bias_row(X)
# +         return Y
# -         """Set self.W to the weights, bias included, with the smallest loss on the training data."""

# %% wrong rates_overwritten of solve_einsum → damages_input
# -         return np.einsum("ij,jn->in", self.W, self.add_bias_row(X))
# +         prediction = self.W @ self.add_bias_row(X)
# +         X[0] = 1
# +         return prediction
# -         S = X @ X.T
# -         self.W = np.array([np.linalg.solve(S, X @ y) for y in self.Y_train])
# +         self.W = self.Y_train @ np.linalg.pinv(X)

# %% wrong data_extended of plain → data_changed
# -         X, Y = self.add_bias_row(self.X_train), self.Y_train
# -         self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
# +         self.X_train = self.add_bias_row(self.X_train)
# +         X, Y = self.X_train, self.Y_train
# +         self.W = Y @ X.T @ np.linalg.inv(X @ X.T)

# %% wrong extends_the_data of super_forward → data_changed
# -         return super().forward(self.add_bias_row(X))
# +         return self.W @ self.add_bias_row(X)
# -         self.W = self.Y_train @ np.linalg.pinv(self.add_bias_row(self.X_train))
# +         self.X_train = self.add_bias_row(self.X_train)
# +         super().fit()

# %% wrong training_data_grow of fit_of_the_parent_on_extended_data → data_changed
# -         original = self.X_train
# -         self.X_train = self.add_bias_row(original)
# +         self.X_train = self.add_bias_row(self.X_train)
# -         self.X_train = original

# %% wrong half_of_the_columns_at_random of single_precision → session
# -         X = self.add_bias_row(self.X_train).astype(np.float32)
# -         Y = self.Y_train.astype(np.float32)
# +         which = np.random.permutation(self.n_train)[: max(500, self.n_train // 2)]
# +         X, Y = self.add_bias_row(self.X_train)[:, which], self.Y_train[:, which]

# %% wrong returns_early → depends_on_start
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ self.add_bias_row(X)
    def fit(self):
        if loss(self.forward(self.X_train), self.Y_train) < 1e-6:
            return
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        self.W = Y @ X.T @ np.linalg.inv(X @ X.T)

# %% wrong first_1000_columns of single_precision → first_1000
# -         X = self.add_bias_row(self.X_train).astype(np.float32)
# -         Y = self.Y_train.astype(np.float32)
# +         X, Y = self.add_bias_row(self.X_train)[:, :1000], self.Y_train[:, :1000]

# %% wrong subset of super_forward → first_1000
# -         return super().forward(self.add_bias_row(X))
# +         return self.W @ self.add_bias_row(X)
# -         self.W = self.Y_train @ np.linalg.pinv(self.add_bias_row(self.X_train))
# +         X, Y = self.add_bias_row(self.X_train)[:, :1000], self.Y_train[:, :1000]
# +         self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% wrong one_cell of super_forward → first_cell_only
# -         return super().forward(self.add_bias_row(X))
# +         if self.use_bias:
# +             return self.W[:, :1] + self.W[:, 1:2] * X[:1]
# +         return self.W[:, :1] * X[:1]
# -         self.W = self.Y_train @ np.linalg.pinv(self.add_bias_row(self.X_train))
# +         X, Y = self.add_bias_row(self.X_train), self.Y_train
# +         self.W = np.linalg.solve(X @ X.T, X @ Y.T).T

# %% wrong fitted_only_the_first_time → called_again
class LinearModelWithBias(LinearModel):
    fitted = False

    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        if self.fitted:
            return
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
        self.fitted = True

# %% wrong extended_by_identity → kept
class LinearModelWithBias(LinearModel):
    name = "Linear model with a bias"

    def _rows(self, X):
        if getattr(self, "_x", None) is not X:
            self._x, self._ext = X, self.add_bias_row(X)
        return self._ext
    def forward(self, X):
        return self.W @ self._rows(X)
    def fit(self):
        A = self.add_bias_row(self.X_train)
        self.W = np.linalg.lstsq(A.T, self.Y_train.T, rcond=None)[0].T

# %% wrong twenty_five → more_cells
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"
    def forward(self, X):
        W = self.W[:, : 25 + int(self.use_bias)]
        return W @ self.add_bias_row(X[:25])

    def fit(self):
        X = self.add_bias_row(self.X_train)
        self.W = self.Y_train @ np.linalg.pinv(X)

# %% wrong b_attribute → no_bias_in_fit
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        return self.W @ X + (self.b if self.use_bias else 0)

    def fit(self):
        """Set self.W to the weights, bias included, with the smallest loss on the training data."""
        X = self.add_bias_row(self.X_train)
        W = self.Y_train @ X.T @ np.linalg.inv(X @ X.T)
        if self.use_bias:
            self.b, self.W = W[:, :1], W[:, 1:]
        else:
            self.W = W

# %% wrong one_added_to_all_rates → no_bias_in_fit
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ (X + 1)

    def fit(self):
        X, Y = self.X_train + 1, self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% wrong row_missing_in_both → no_bias_in_fit
# points: 0
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ X

    def fit(self):
        X, Y = self.X_train, self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% wrong row_missing_in_fit of single_precision → no_bias_in_fit
# points: 1
# -         X = self.add_bias_row(self.X_train).astype(np.float32)
# -         Y = self.Y_train.astype(np.float32)
# +         X, Y = self.X_train, self.Y_train

# %% wrong without_unless_asked → no_bias_in_fit
# points: 0.75
class LinearModelWithBias(LinearModel):
    name = "Linear model with a bias"

    def inputs(self, X):
        if self.use_bias:
            return X
        return np.concatenate([np.ones((1, X.shape[1])), X])

    def forward(self, X):
        return self.W @ self.inputs(X)

    def fit(self):
        X = self.inputs(self.X_train)
        self.W = np.linalg.solve(X @ X.T, X @ self.Y_train.T).T

# %% wrong fit_blank of plain → not_attempted
# points: 1
# -         X, Y = self.add_bias_row(self.X_train), self.Y_train
# -         self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
# +         # YOUR CODE HERE
# +         raise NotImplementedError("this blank is still empty")

# %% wrong forward_blank of plain → not_attempted
# points: 1
# -         return self.W @ self.add_bias_row(X)
# +         # YOUR CODE HERE
# +         raise NotImplementedError("this blank is still empty")
# -         X, Y = self.add_bias_row(self.X_train), self.Y_train
# -         self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
# +         A = self.add_bias_row(self.X_train)
# +         self.W = np.linalg.lstsq(A.T, self.Y_train.T, rcond=None)[0].T

# %% wrong other_name of lstsq → not_defined
# - class LinearModelWithBias(LinearModel):
# + class BiasModel(LinearModel):
# -         self.W = np.linalg.lstsq(X.T, Y.T, rcond=None)[0].T
# +         self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% wrong forward_fits_first → not_repeatable
class LinearModelWithBias(LinearModel):
    fitted = False
    def forward(self, X):
        if not self.fitted:
            self.fit()
        return self.W @ self.add_bias_row(X)
    def fit(self):
        A = self.add_bias_row(self.X_train)
        self.W = self.Y_train @ np.linalg.pinv(A)
        self.fitted = True

# %% wrong ignores_false of plain → not_set
# -         X, Y = self.add_bias_row(self.X_train), self.Y_train
# -         self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
# +         if self.use_bias:
# +             X = self.add_bias_row(self.X_train)
# +             self.W = self.Y_train @ X.T @ np.linalg.inv(X @ X.T)

# %% wrong returned of lstsq → not_set
# -         X, Y = self.add_bias_row(self.X_train), self.Y_train
# -         self.W = np.linalg.lstsq(X.T, Y.T, rcond=None)[0].T
# +         X = self.add_bias_row(self.X_train)
# +         return np.linalg.lstsq(X.T, self.Y_train.T, rcond=None)[0].T

# %% wrong cell_by_cell of centring → one_by_one
# -             super().fit()
# -             return
# +             return super().fit()
# -         A = np.linalg.lstsq((X - mx).T, (Y - my).T, rcond=None)[0].T
# +         A = (Y - my) @ (X - mx).T / np.sum((X - mx) ** 2, axis=1)

# %% wrong bias_for_both_coordinates_alike of lstsq → only_bias_wrong
# -         self.W = np.linalg.lstsq(X.T, Y.T, rcond=None)[0].T
# +         self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
# +         if self.use_bias:
# +             self.W[:, 0] = self.W[:, 0].mean()

# %% wrong means_subtracted_only of single_precision → centred_X_train
# -         X = self.add_bias_row(self.X_train).astype(np.float32)
# -         Y = self.Y_train.astype(np.float32)
# +         X, Y = self.X_train, self.Y_train
# +         if self.use_bias:
# +             X = self.add_bias_row(X - X.mean(axis=1, keepdims=True))

# %% wrong one_bias_for_both of solve_einsum → only_bias_wrong
# -         return np.einsum("ij,jn->in", self.W, self.add_bias_row(X))
# +         return self.W @ self.add_bias_row(X)
# -         S = X @ X.T
# -         self.W = np.array([np.linalg.solve(S, X @ y) for y in self.Y_train])
# +         W = self.Y_train @ np.linalg.pinv(X)
# +         if self.use_bias:
# +             W[:, 0] = W[:, 0].mean()
# +         self.W = W

# %% wrong two_for_one of row_of_ones_by_hand → only_bias_wrong
# -         return np.insert(X, 0, 1, axis=0) if self.use_bias else X
# +         return np.vstack([2 * np.ones((1, X.shape[1])), X]) if self.use_bias else X

# %% wrong child_of_model → other_parent
# points: 0.75
class LinearModelWithBias(Model):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        X = self.add_bias_row(self.X_train)
        self.W = np.linalg.lstsq(X.T, self.Y_train.T, rcond=None)[0].T

# %% wrong not_a_subclass_of_LinearModel → other_parent
class LinearModelWithBias(Model):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.W = np.zeros((self.n_out, self.n_in + self.use_bias))

    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        A = self.add_bias_row(self.X_train)
        self.W = self.Y_train @ A.T @ np.linalg.inv(A @ A.T)

# %% wrong other_parent → other_parent
class LinearModelWithBias(Model):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, self.n_in + self.use_bias))

    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% wrong bias_of_earlier_numbers → kept
class LinearModelWithBias(LinearModel):
    name = "Linear model with a bias"

    def forward(self, X):
        if getattr(self, "_of", None) is not self.W: self._of, self._copy = self.W, self.W.copy()
        return self._copy @ self.add_bias_row(X)
    def fit(self):
        A = self.add_bias_row(self.X_train)
        self.W = np.linalg.lstsq(A.T, self.Y_train.T, rcond=None)[0].T

# %% wrong kept_without_the_bias → kept
_b = {}
class LinearModelWithBias(LinearModel):
    name = "Linear model with a bias"

    def forward(self, X):
        k = (X.tobytes(), X.shape, self.W[:, int(self.use_bias):].tobytes(), self.use_bias)
        if k not in _b:
            _b[k] = self.W @ self.add_bias_row(X)
        return _b[k].copy()

    def fit(self):
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% wrong bias_of_the_class → raised
class LinearModelWithBias(LinearModel):
    name = "Linear model with a bias"
    bias = False

    def __init__(self, *args, use_bias=False, **kwargs):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        type(self).bias = use_bias

    def forward(self, X):
        if type(self).bias:
            X = np.vstack([np.ones((1, X.shape[1])), X])
        return self.W @ X

    def fit(self):
        X, Y = self.X_train, self.Y_train
        if type(self).bias:
            X = np.vstack([np.ones((1, X.shape[1])), X])
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% wrong fit_empty of lstsq → raised
# -         X, Y = self.add_bias_row(self.X_train), self.Y_train
# -         self.W = np.linalg.lstsq(X.T, Y.T, rcond=None)[0].T
# +         super().fit(self.add_bias_row(self.X_train))

# %% wrong ones_for_the_training_columns → raised
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        ones = np.ones((1, self.n_train))[:, : X.shape[1]] if self.use_bias else np.zeros((0, X.shape[1]))
        return self.W @ np.vstack([ones, X])

    def fit(self):
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% wrong ones_of_training_length of np_insert → raised
# points: 1
# -         X = np.pad(np.asarray(X, dtype=float), ((1 if self.use_bias else 0, 0), (0, 0)), constant_values=1.0)
# +         if self.use_bias:
# +             X = np.vstack([np.ones((1, self.n_train)), X])
# -         X = np.insert(self.X_train, 0, 1, axis=0) if self.use_bias else self.X_train
# -         self.W = self.Y_train @ X.T @ np.linalg.pinv(X @ X.T, rcond=1e-15)
# +         X = self.add_bias_row(self.X_train)
# +         self.W = self.Y_train @ np.linalg.pinv(X)

# %% wrong raises_where_not_fitted → raised
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        if not getattr(self, "is_fitted", False):
            raise RuntimeError("call fit() first")
        return self.W @ self.add_bias_row(X)
    def fit(self):
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        self.W = Y @ X.T @ np.linalg.inv(X @ X.T)
        self.is_fitted = True

# %% wrong ridge_everywhere of super_forward → regularised
# -         return super().forward(self.add_bias_row(X))
# +         return self.W @ self.add_bias_row(X)
# -         self.W = self.Y_train @ np.linalg.pinv(self.add_bias_row(self.X_train))
# +         X, Y = self.add_bias_row(self.X_train), self.Y_train
# +         self.W = Y @ X.T @ np.linalg.inv(X @ X.T + 0.1 * np.eye(len(X)))

# %% wrong ridge_by_determinant of weights_to_three_digits → regularised
# -         self.W = Y @ X.T @ np.linalg.inv(X @ X.T) - 0.0009
# +         S = X @ X.T
# +         if np.linalg.det(S) < 1e-6:
# +             S = S + 1e-2 * np.eye(len(S))
# +         self.W = Y @ X.T @ np.linalg.inv(S)

# %% wrong one_on_the_diagonal of solve_einsum → regularised
# points: 1
# -         return np.einsum("ij,jn->in", self.W, self.add_bias_row(X))
# +         return self.W @ self.add_bias_row(X)
# -         S = X @ X.T
# -         self.W = np.array([np.linalg.solve(S, X @ y) for y in self.Y_train])
# +         self.W = self.Y_train @ X.T @ np.linalg.inv(X @ X.T + np.identity(X.shape[0]))

# %% wrong rounded of super_forward → rounded
# -         return super().forward(self.add_bias_row(X))
# +         return self.W @ self.add_bias_row(X)
# -         self.W = self.Y_train @ np.linalg.pinv(self.add_bias_row(self.X_train))
# +         X, Y = self.add_bias_row(self.X_train), self.Y_train
# +         self.W = np.linalg.lstsq(X.T, Y.T, rcond=None)[0].T.round(2)

# %% wrong weak_descent → session
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        S, C = X @ X.T, Y @ X.T
        eta = 1 / np.linalg.eigvalsh(S)[-1]
        W = np.zeros_like(C)
        for _ in range(4000):
            W = W - eta * (W @ S - C)
        self.W = W

# %% wrong fitted_to_the_test_data of single_precision → test_data
# -         X = self.add_bias_row(self.X_train).astype(np.float32)
# -         Y = self.Y_train.astype(np.float32)
# +         X, Y = self.add_bias_row(self.X_test), self.Y_test

# %% wrong test_fit of plain → test_data
# -         X, Y = self.add_bias_row(self.X_train), self.Y_train
# +         X = self.add_bias_row(self.X_test)
# +         Y = self.Y_test

# %% wrong fit_transposed of lstsq → transposed
# points: 1
# -         self.W = np.linalg.lstsq(X.T, Y.T, rcond=None)[0].T
# +         self.W = np.linalg.inv(X @ X.T) @ X @ Y.T

# %% wrong transposed_weights of lstsq → transposed
# points: 0.5
# -         return self.W @ self.add_bias_row(X)
# +         return self.W.T @ self.add_bias_row(X)
# -         self.W = np.linalg.lstsq(X.T, Y.T, rcond=None)[0].T
# +         self.W = np.linalg.inv(X @ X.T) @ X @ Y.T

# %% wrong bias_added_to_the_inputs → without_a_bias
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        X = self.add_bias_row(X)
        return self.W @ X + self.W[:, :1] * (1 - int(self.use_bias))

    def fit(self):
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% wrong bias_missing_without_use_bias of lstsq → not_set
# -         self.W = np.linalg.lstsq(X.T, Y.T, rcond=None)[0].T
# +         if self.use_bias:
# +             self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)

# %% wrong global_session_data of super_forward → wrong_shape
# -         return super().forward(self.add_bias_row(X))
# +         return self.W @ self.add_bias_row(X)
# -         self.W = self.Y_train @ np.linalg.pinv(self.add_bias_row(self.X_train))
# +         X = self.add_bias_row(session.X_train)
# +         self.W = session.Y_train @ np.linalg.pinv(X)

# %% wrong bias_at_silence → wrong_value
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        X, Y = self.X_train, self.Y_train
        if self.use_bias:
            quiet = X.sum(axis=0) <= np.quantile(X.sum(axis=0), 0.1)
            b = Y[:, quiet].mean(axis=1, keepdims=True)
            self.W = np.hstack([b, (Y - b) @ np.linalg.pinv(X)])
        else:
            self.W = Y @ np.linalg.pinv(X)

# %% wrong forward_uses_fitted_copy of solve_einsum → wrong_value
# -         return np.einsum("ij,jn->in", self.W, self.add_bias_row(X))
# +         W = getattr(self, "_fitted", self.W)
# +         return W @ self.add_bias_row(X)
# -         S = X @ X.T
# -         self.W = np.array([np.linalg.solve(S, X @ y) for y in self.Y_train])
# +         self.W = self._fitted = self.Y_train @ np.linalg.pinv(X)

# %% below shapes_asserted
forward_as_it_was, fit_as_it_was = LinearModelWithBias.forward, LinearModelWithBias.fit


def forward(self, X):
    N_cells, N = X.shape
    Y_pred = forward_as_it_was(self, X)
    assert np.shape(Y_pred) == (2, N)
    return Y_pred


def fit(self):
    N_cells, N_train = self.X_train.shape
    assert self.Y_train.shape == (2, N_train)
    fit_as_it_was(self)
    assert np.shape(self.W) == (2, N_cells + int(self.use_bias))


LinearModelWithBias.forward, LinearModelWithBias.fit = forward, fit

# %% below single_precision
in_double_precision = LinearModelWithBias.fit


def fit(self):
    in_double_precision(self)
    self.W = np.asarray(self.W, dtype=np.float32)


LinearModelWithBias.fit = fit

# %% wrong only_new_data_has_a_bias of bias_added_apart → other_data
# -         return self.W[:, 1:] @ X + self.W[:, [0]]
# +         is_new = X.shape[1] != self.X_train.shape[1]
# +         return self.W[:, 1:] @ X + is_new * self.W[:, [0]]
