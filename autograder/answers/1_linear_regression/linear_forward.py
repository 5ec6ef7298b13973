# %% right bias_row_already
class LinearModel(Model):
    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))

    def forward(self, X):
        return self.W @ self.add_bias_row(X)

# %% right broadcast_and_sum of bias_row_already
# -         return self.W @ self.add_bias_row(X)
# +         return (self.W[:, :, None] * X[None, :, :]).sum(axis=1)

# %% right broadcasting
class LinearModel(Model):
    """Decode positions as weighted sums of firing rates."""

    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        W = self.W
        return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)

# %% right cell_by_cell
class LinearModel(Model):
    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))

    def forward(self, X):
        Y = 0
        for c in range(X.shape[0]):
            Y = Y + np.outer(self.W[:, c], X[c])
        return Y

# %% right checked_llm
class LinearModel(Model):
    """Decode positions as weighted sums of firing rates."""

    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        W = np.asarray(self.W)
        X = np.asarray(X)
        if X.ndim != 2:
            raise ValueError(f"X must be two-dimensional, got shape {X.shape}")
        if X.shape[0] != W.shape[1]:
            raise ValueError(f"W has {W.shape[1]} columns but X has {X.shape[0]} rows")
        return np.matmul(W, X)

# %% right column_by_column of bias_row_already
# -         return self.W @ self.add_bias_row(X)
# +         return np.stack([self.W @ X[:, n] for n in range(X.shape[1])], axis=1)

# %% right data_frames
import pandas as pd


class LinearModel(Model):
    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))

    def forward(self, X):
        return pd.DataFrame(self.W).dot(pd.DataFrame(X)).to_numpy()

# %% right dot of bias_row_already
# -         return self.W @ self.add_bias_row(X)
# +         return np.dot(self.W, X)

# %% right einsum of bias_row_already
# -         return self.W @ self.add_bias_row(X)
# +         return np.einsum("oc,cn->on", self.W, X)

# %% right float32 of broadcasting
# -         W = self.W
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         W = self.W.astype(np.float32)
# +         return W @ X.astype(np.float32)

# %% right into_a_given_array of bias_row_already
# -         return self.W @ self.add_bias_row(X)
# +         Y = np.empty((len(self.W), X.shape[1]))
# +         np.matmul(self.W, X, out=Y)
# +         return Y

# %% right language_model
class LinearModel(Model):
    """Decode positions as weighted sums of firing rates."""

    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))

    def forward(self, X: np.ndarray) -> np.ndarray:
        """Predict the positions.

        Parameters
        ----------
        X : np.ndarray, shape (n_cells, N)

        Returns
        -------
        np.ndarray, shape (2, N)
        """
        W = self.W
        X = np.asarray(X, dtype=np.float32)
        if X.ndim != 2 or X.shape[0] != W.shape[1]:
            raise ValueError(f"expected ({W.shape[1]}, N), got {X.shape}")
        Y_pred = np.matmul(np.asarray(W, dtype=np.float32), X)
        assert Y_pred.shape == (2, X.shape[1])
        return Y_pred

# %% right list_rows of broadcasting
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         return [[float(sum(w * x for w, x in zip(row, column))) for column in X.T] for row in W]

# %% right loops
class LinearModel(Model):
    """Decode positions as weighted sums of firing rates."""

    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        W = self.W
        n_out, n_cells = W.shape
        N = X.shape[1]
        Y = np.zeros((n_out, N))
        for o in range(n_out):
            for n in range(N):
                for c in range(n_cells):
                    Y[o, n] += W[o, c] * X[c, n]
        return Y

# %% right matmul_function of bias_row_already
# -         return self.W @ self.add_bias_row(X)
# +         W = self.W
# +         Y = np.matmul(W, X)
# +         return Y

# %% right matmul_operator of bias_row_already
# -         return self.W @ self.add_bias_row(X)
# +         return self.W @ X

# %% right pandas
import pandas as pd


class LinearModel(Model):
    """Decode positions as weighted sums of firing rates."""

    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        W = self.W
        return pd.DataFrame(W).dot(pd.DataFrame(X)).to_numpy()

# %% right plain of broadcasting
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         return W @ X

# %% right plain_lists of bias_row_already
# -         return self.W @ self.add_bias_row(X)
# +         return [[float(sum(w * x for w, x in zip(row, column))) for column in X.T] for row in self.W]

# %% right shape_asserted
class LinearModel(Model):
    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))

    def forward(self, X):
        W = self.W
        Y = W @ X
        assert Y.shape == (2, X.shape[1])
        return Y

# %% right single_precision of bias_row_already
# -         return self.W @ self.add_bias_row(X)
# +         return self.W.astype(np.float32) @ X.astype(np.float32)

# %% right sparse of pandas
# - import pandas as pd
# + from scipy.sparse import csr_matrix
# -         return pd.DataFrame(W).dot(pd.DataFrame(X)).to_numpy()
# +         return csr_matrix(np.asarray(W, dtype=float)) @ np.asarray(X, dtype=float)

# %% right sparse_and_map of data_frames
# - import pandas as pd
# + from scipy.sparse import csr_matrix
# -         return pd.DataFrame(self.W).dot(pd.DataFrame(X)).to_numpy()
# +         return np.array(list(map(lambda w: csr_matrix(X).T.dot(w), self.W)))

# %% right stacked_rows
class LinearModel(Model):
    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))

    def forward(self, X):
        W = self.W
        x_hat = W[0] @ X
        y_hat = W[1] @ X
        return np.vstack([x_hat, y_hat])

# %% right sum_over_cells
class LinearModel(Model):
    """Decode positions as weighted sums of firing rates."""

    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))

    def forward(self, X):
        W = self.W
        return sum(np.outer(W[:, i], X[i]) for i in range(len(X)))

# %% right tensordot of bias_row_already
# -         return self.W @ self.add_bias_row(X)
# +         return np.tensordot(self.W, X, axes=1)

# %% right three_loops
class LinearModel(Model):
    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))

    def forward(self, X):
        Y = np.zeros((self.W.shape[0], X.shape[1]))
        for o in range(Y.shape[0]):
            for n in range(Y.shape[1]):
                for c in range(X.shape[0]):
                    Y[o, n] += self.W[o, c] * X[c, n]
        return Y

# %% right torch
import torch


class LinearModel(Model):
    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))

    def forward(self, X):
        product = torch.mm(torch.tensor(self.W, dtype=torch.float64), torch.tensor(X, dtype=torch.float64))
        return product.numpy()

# %% right torch_matmul
import torch


class LinearModel(Model):
    """Decode positions as weighted sums of firing rates."""

    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        W = torch.as_tensor(np.array(self.W, dtype=float))
        return torch.matmul(W, torch.as_tensor(np.array(X, dtype=float))).numpy()

# %% right transposed of broadcasting
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         return np.transpose(X.T @ np.transpose(W))

# %% right transposed_product of sum_over_cells
# -         return sum(np.outer(W[:, i], X[i]) for i in range(len(X)))
# +         return (X.T @ W.T).T

# %% right transposed_twice of bias_row_already
# -         return self.W @ self.add_bias_row(X)
# +         return (X.T @ self.W.T).T

# %% right two_outputs_only of bias_row_already
# -         return self.W @ self.add_bias_row(X)
# +         return np.stack([self.W[0] @ X, self.W[1] @ X])

# %% right two_rows
class LinearModel(Model):
    """Decode positions as weighted sums of firing rates."""

    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        W = self.W
        W = np.asarray(W)
        x_hat = (W[0][:, None] * X).sum(axis=0)
        y_hat = (W[1][:, None] * X).sum(axis=0)
        return np.stack([x_hat, y_hat])

# %% right unpacked_rows of bias_row_already
# -         return self.W @ self.add_bias_row(X)
# +         x, y = self.W @ X
# +         return np.array([x, y])

# %% right whole_class_rewritten
class LinearModel(Model):
    """Written from scratch."""

    def __init__(self, X_train, Y_train, X_test, Y_test, use_bias=False):
        Model.__init__(self, X_train, Y_train, X_test, Y_test, use_bias)
        self.name = "my linear model"
        generator = np.random.default_rng(5)
        self.W = 0.5 + 0.1 * generator.standard_normal((self.n_out, self.n_in + use_bias))

    def forward(self, inputs):
        outputs = self.W @ inputs
        return outputs

# %% right with_a_function_of_its_own
def weighted_sum(weights, values):
    return weights.dot(values)


class LinearModel(Model):
    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))

    def forward(self, X):
        return weighted_sum(self.W, X)

# %% right three_loops_moments_first
class LinearModel(Model):
    """Decode positions as weighted sums of firing rates."""

    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))

    def forward(self, X):
        W = self.W
        n_cells, N = X.shape
        Y = np.zeros((W.shape[0], N))
        for n in range(N):
            for k in range(W.shape[0]):
                for i in range(n_cells):
                    Y[k, n] += W[k, i] * X[i, n]
        return Y

# %% wrong abs of broadcasting → absolute
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         return abs(W @ X)

# %% wrong distances_for_coordinates of sum_over_cells → absolute
# points: 1
# -         n_weights = self.n_in + int(self.use_bias)
# -         self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))
# +         self.W = np.random.normal(0.4, 0.1, size=(self.n_out, self.n_in))
# -         W = self.W
# -         return sum(np.outer(W[:, i], X[i]) for i in range(len(X)))
# +         return abs(self.W @ X)

# %% wrong zeros of bias_row_already → all_zero
# -         return self.W @ self.add_bias_row(X)
# +         return np.zeros((self.W.shape[0], X.shape[1]))

# %% wrong nothing_above_one of sum_over_cells → at_most_one
# points: 1
# -         n_weights = self.n_in + int(self.use_bias)
# -         self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))
# +         self.W = np.random.normal(0.4, 0.1, size=(self.n_out, self.n_in))
# -         W = self.W
# -         return sum(np.outer(W[:, i], X[i]) for i in range(len(X)))
# +         return np.where(self.W @ X < 1, self.W @ X, 1)

# %% wrong squeezed of bias_row_already → axis_lost
# -         return self.W @ self.add_bias_row(X)
# +         return np.squeeze(self.W @ X)

# %% wrong first_weight_as_bias of bias_row_already → bias_from_nowhere
# -         return self.W @ self.add_bias_row(X)
# +         return self.W @ X + self.W[:, :1]

# %% wrong active_or_not of bias_row_already → binary_rates
# -         return self.W @ self.add_bias_row(X)
# +         return self.W @ (X > 0)

# %% wrong centred_input of broadcasting → centred
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         return W @ (X - X.mean(axis=1, keepdims=True))

# %% wrong clipped of sum_over_cells → clipped
# -         return sum(np.outer(W[:, i], X[i]) for i in range(len(X)))
# +         return np.clip(W @ X, 0, 1)

# %% wrong kept_between_the_walls of bias_row_already → clipped
# points: 1
# -         n_weights = self.n_in + int(self.use_bias)
# -         self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))
# +         self.W = np.random.normal(0.5, 0.1, size=(self.n_out, self.n_in + int(self.use_bias)))
# -         return self.W @ self.add_bias_row(X)
# +         return np.minimum(np.maximum(self.W @ X, 0), 1)

# %% wrong kept_in_the_box of bias_row_already → clipped
# -         return self.W @ self.add_bias_row(X)
# +         return np.clip(self.W @ X, 0, 1)

# %% wrong dtype_of_input of sum_over_cells → cut_to_whole
# -         return sum(np.outer(W[:, i], X[i]) for i in range(len(X)))
# +         Y = np.zeros((W.shape[0], X.shape[1]), dtype=X.dtype)
# +         for i in range(W.shape[0]):
# +             for n in range(X.shape[1]):
# +                 Y[i, n] = W[i] @ X[:, n]
# +         return Y

# %% wrong int_result of broadcasting → cut_to_whole
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         Y = np.zeros((2, X.shape[1]), dtype=X.dtype)
# +         for n in range(X.shape[1]):
# +             Y[:, n] = W @ X[:, n]
# +         return Y

# %% wrong in_place_product of sum_over_cells → damages_input
# -         return sum(np.outer(W[:, i], X[i]) for i in range(len(X)))
# +         x_coordinate = W[0] @ X
# +         X *= W[1][:, None]
# +         return np.vstack([x_coordinate, X.sum(axis=0)])

# %% wrong in_place_x of broadcasting → damages_input
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         out = W @ X
# +         X[...] = X / max(X.max(), 1)
# +         X += 1e-3
# +         return out

# %% wrong input_scaled_in_place of bias_row_already → damages_input
# -         return self.W @ self.add_bias_row(X)
# +         X *= 2
# +         Y = self.W @ X
# +         return Y / 2

# %% wrong negative_rates_removed of sum_over_cells → damages_input
# -         return sum(np.outer(W[:, i], X[i]) for i in range(len(X)))
# +         X[X < 0] = 0  # rates cannot be negative
# +         return W @ X

# %% wrong scaled_where_it_lies → damages_input
# points: 1.25
class LinearModel(Model):
    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, self.n_in + int(self.use_bias)))

    def forward(self, X):
        top = X.max() or 1
        X /= top
        return self.W @ X * top

# %% wrong loop_that_returns_too_early of bias_row_already → first_column_alone
# -         return self.W @ self.add_bias_row(X)
# +         Y = np.zeros((2, X.shape[1]))
# +         for n in range(X.shape[1]):
# +             Y[:, n] = self.W @ X[:, n]
# +             return Y

# %% wrong loop_from_one → first_column_missing
# points: 0.75
class LinearModel(Model):
    """Decode positions as weighted sums of firing rates."""

    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.W = np.random.normal(0.4, 0.1, size=(self.n_out, self.n_in))

    def forward(self, X):
        Y = np.zeros((2, X.shape[1]))
        for column in range(1, X.shape[1]):
            Y[:, column] = self.W @ X[:, column]
        return Y

# %% wrong first_column_for_all of bias_row_already → first_column_only
# -         return self.W @ self.add_bias_row(X)
# +         return np.repeat(self.W @ X[:, :1], X.shape[1], axis=1)

# %% wrong x_for_both of bias_row_already → first_row_twice
# -         return self.W @ self.add_bias_row(X)
# +         return np.array([self.W[0] @ X, self.W[0] @ X])

# %% wrong bias_column of broadcasting → first_weight_as_bias
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         return W[:, 1:] @ X[1:] + W[:, :1]

# %% wrong half_precision of sum_over_cells → half_precision
# -         return sum(np.outer(W[:, i], X[i]) for i in range(len(X)))
# +         return (W.astype(np.float16) @ X.astype(np.float16)).astype(float)

# %% wrong inputs_ignored of bias_row_already → inputs_ignored
# -         return self.W @ self.add_bias_row(X)
# +         return np.repeat(self.W.sum(axis=1, keepdims=True), X.shape[1], axis=1)

# %% wrong by_identity of sum_over_cells → kept
# -         self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))
# +         self.W = np.random.normal(0.4, 0.1, size=(self.n_out, n_weights))
# -         W = self.W
# -         return sum(np.outer(W[:, i], X[i]) for i in range(len(X)))
# +         if getattr(self, "_key", None) is None or self._key[0] is not X or self._key[1] is not self.W:
# +             self._key = (X, self.W)
# +             self._out = self.W @ X
# +         return self._out

# %% wrong last_cell_left_out of bias_row_already → last_cell_missing
# -         return self.W @ self.add_bias_row(X)
# +         Y = np.zeros((2, X.shape[1]))
# +         for cell in range(len(X) - 1):
# +             Y += np.outer(self.W[:, cell], X[cell])
# +         return Y

# %% wrong one_cell_too_few → last_cell_missing
# points: 1
class LinearModel(Model):
    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, self.n_in + int(self.use_bias)))

    def forward(self, X):
        Y_pred = np.zeros((self.n_out, X.shape[1]))
        for i in range(len(X) - 1):
            Y_pred += np.outer(self.W[:, i], X[i])
        return Y_pred

# %% wrong loop_one_short → last_column_missing
# points: 0.75
class LinearModel(Model):
    """Decode positions as weighted sums of firing rates."""

    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.W = np.random.normal(0.4, 0.1, size=(self.n_out, self.n_in))

    def forward(self, X):
        Y = np.zeros((2, X.shape[1]))
        for column in range(0, X.shape[1] - 1):
            Y[:, column] = self.W @ X[:, column]
        return Y

# %% wrong first_moment_only of broadcasting → last_missing
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         return np.array([W[0] @ X[:, 0], W[1] @ X[:, 0]]).reshape(2, 1)

# %% wrong last_chunk_left_out → more_columns
class LinearModel(Model):
    """Decode positions as weighted sums of firing rates."""

    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        n = X.shape[1]
        if n < 1000:
            return self.W @ X
        out = np.zeros((self.n_out, n))
        for c in range(n // 1000):
            out[:, c * 1000 : (c + 1) * 1000] = self.W @ X[:, c * 1000 : (c + 1) * 1000]
        return out

# %% wrong mean_of_cells of broadcasting → mean_of_cells
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         return W @ X / X.shape[0]

# %% wrong mean_over_cells of bias_row_already → mean_of_cells
# -         return self.W @ self.add_bias_row(X)
# +         return self.W @ X / X.shape[0]

# %% wrong cells_of_the_session_only of bias_row_already → more_cells
# -         return self.W @ self.add_bias_row(X)
# +         return self.W[:, : session.n_cells] @ X[: session.n_cells]

# %% wrong first_25_cells of sum_over_cells → more_cells
# -         return sum(np.outer(W[:, i], X[i]) for i in range(len(X)))
# +         return W[:, :25] @ X[:25]

# %% wrong nothing_below_zero of sum_over_cells → no_negatives
# points: 1
# -         n_weights = self.n_in + int(self.use_bias)
# -         self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))
# +         self.W = np.random.normal(0.4, 0.1, size=(self.n_out, self.n_in))
# -         W = self.W
# -         return sum(np.outer(W[:, i], X[i]) for i in range(len(X)))
# +         return (self.W @ X).clip(min=0)

# %% wrong rectified of bias_row_already → no_negatives
# -         return self.W @ self.add_bias_row(X)
# +         return np.maximum(self.W @ X, 0)

# %% wrong relu of broadcasting → no_negatives
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         return np.maximum(0, W @ X)

# %% wrong divided_by_the_rates of bias_row_already → normalised
# -         return self.W @ self.add_bias_row(X)
# +         return self.W @ X / X.sum(axis=0)

# %% wrong normalised_by_activity of sum_over_cells → normalised
# -         return sum(np.outer(W[:, i], X[i]) for i in range(len(X)))
# +         return W @ X / X.sum(axis=0)

# %% wrong population_average of broadcasting → normalised
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         return (W @ X) / np.sum(X, axis=0)

# %% wrong weights_normalised of bias_row_already → normalised_weights
# -         return self.W @ self.add_bias_row(X)
# +         self.W = self.W / self.W.sum(axis=1, keepdims=True)
# +         return self.W @ X

# %% wrong noise of bias_row_already → not_repeatable
# -         return self.W @ self.add_bias_row(X)
# +         return self.W @ X + np.random.normal(scale=0.01, size=(len(self.W), X.shape[1]))

# %% wrong weights_written_over_afterwards of bias_row_already → damages_input
# -         return self.W @ self.add_bias_row(X)
# +         Y = self.W @ X
# +         self.W *= 0.99
# +         return Y

# %% wrong new_weights_each_time of bias_row_already → other_data
# -         return self.W @ self.add_bias_row(X)
# +         W = np.random.normal(0.5, 0.1, size=(self.n_out, self.n_in))
# +         return W @ X

# %% wrong test_inputs of sum_over_cells → other_data
# -         return sum(np.outer(W[:, i], X[i]) for i in range(len(X)))
# +         return W @ self.X_test

# %% wrong two_columns of sum_over_cells → other_data
# -         return sum(np.outer(W[:, i], X[i]) for i in range(len(X)))
# +         Y = np.zeros((2, X.shape[1]))
# +         for n in range(min(2, X.shape[1])):
# +             Y[:, n] = W @ X[:, n]
# +         return Y

# %% wrong cells_typed_in of broadcasting → raised
# points: 1
# cohort: 2027
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         Y_pred = np.zeros((2, X.shape[1]))
# +         for i in range(36):
# +             Y_pred += np.outer(W[:, i], X[i])
# +         return Y_pred

# %% wrong elementwise of bias_row_already → raised
# -         return self.W @ self.add_bias_row(X)
# +         return self.W * X

# %% wrong n_in_checked_25 of broadcasting → raised
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         assert X.shape[0] == session.n_cells, "wrong number of cells"
# +         return W @ X

# %% wrong n_train_columns of broadcasting → raised
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         Y = np.zeros((2, self.n_train))
# +         for n in range(self.n_train):
# +             Y[:, n] = W @ X[:, n]
# +         return Y

# %% wrong session_columns_only of broadcasting → raised
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         if X.shape[1] < 2:
# +             raise ValueError("need several moments")
# +         return W @ X

# %% wrong cached_by_shape of broadcasting → other_columns
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         cache = self.__dict__.setdefault("_cache", {})
# +         if X.shape not in cache:
# +             cache[X.shape] = W @ X
# +         return cache[X.shape]

# %% wrong first_prediction_kept of bias_row_already → other_columns
# -         return self.W @ self.add_bias_row(X)
# +         if not hasattr(self, "_Y"):
# +             self._Y = self.W @ X
# +         return self._Y

# %% wrong kept_prediction of sum_over_cells → other_columns
# -         self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))
# +         self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))
# +         self.Y_pred = None
# -         return sum(np.outer(W[:, i], X[i]) for i in range(len(X)))
# +         if self.Y_pred is None:
# +             self.Y_pred = W @ X
# +         return self.Y_pred

# %% wrong prediction_remembered of bias_row_already → other_columns
# -         return self.W @ self.add_bias_row(X)
# +         if not hasattr(self, "_Y") or self._Y.shape[1] != X.shape[1]:
# +             self._Y = self.W @ X
# +         return self._Y

# %% wrong one_buffer of broadcasting → result_kept
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         if getattr(self, "_out", None) is None or self._out.shape[1] != X.shape[1]:
# +             self._out = np.empty((2, X.shape[1]))
# +         self._out[:] = W @ X
# +         return self._out

# %% wrong result_buffer of broadcasting → result_kept
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         if getattr(self, "buffer", None) is None or self.buffer.shape[1] != X.shape[1]:
# +             self.buffer = np.empty((W.shape[0], X.shape[1]))
# +         self.buffer[:] = W @ X
# +         return self.buffer

# %% wrong shared_result of sum_over_cells → result_kept
# -         self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))
# +         self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))
# +         self._out = {}
# -         return sum(np.outer(W[:, i], X[i]) for i in range(len(X)))
# +         out = self._out.setdefault(X.shape[1], np.empty((2, X.shape[1])))
# +         np.matmul(W, X, out=out)
# +         return out

# %% wrong rounded of bias_row_already → rounded
# -         return self.W @ self.add_bias_row(X)
# +         return np.round(self.W @ X, 2)

# %% wrong to_the_centimetre of bias_row_already → rounded
# points: 1.25
# -         n_weights = self.n_in + int(self.use_bias)
# -         self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))
# +         self.W = np.random.normal(0.5, 0.1, size=(self.n_out, self.n_in + int(self.use_bias)))
# -         return self.W @ self.add_bias_row(X)
# +         return (self.W @ X).round(2)

# %% wrong rows_alike of broadcasting → rows_added
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         return np.tile(W.sum(axis=0) @ X, (2, 1))

# %% wrong y_above_x of bias_row_already → rows_swapped
# points: 1
# -         n_weights = self.n_in + int(self.use_bias)
# -         self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))
# +         self.W = np.random.normal(0.5, 0.1, size=(self.n_out, self.n_in + int(self.use_bias)))
# -         return self.W @ self.add_bias_row(X)
# +         return np.flipud(np.dot(self.W, X))

# %% wrong normalised_rates of broadcasting → scaled_to_one
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         X /= X.max()
# +         return W @ X

# %% wrong sigmoid of bias_row_already → sigmoid
# -         return self.W @ self.add_bias_row(X)
# +         return 1 / (1 + np.exp(-self.W @ X))

# %% wrong sign of bias_row_already → sign_flipped
# -         return self.W @ self.add_bias_row(X)
# +         return -self.W @ X

# %% wrong abs_weights of broadcasting → signs_lost
# -         W = self.W
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         W = np.abs(self.W)
# +         return W @ X

# %% wrong signs_lost of bias_row_already → signs_lost
# -         return self.W @ self.add_bias_row(X)
# +         return np.abs(self.W) @ X

# %% wrong small_is_zero of broadcasting → small_numbers
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         Y = W @ X
# +         Y[np.abs(Y) < 1e-6] = 0
# +         return Y

# %% wrong moments_in_rows of bias_row_already → transposed
# points: 1
# -         n_weights = self.n_in + int(self.use_bias)
# -         self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))
# +         self.W = np.random.normal(0.5, 0.1, size=(self.n_out, self.n_in + int(self.use_bias)))
# -         return self.W @ self.add_bias_row(X)
# +         return X.T @ self.W.T

# %% wrong rows_are_moments of bias_row_already → transposed
# -         return self.W @ self.add_bias_row(X)
# +         return X.T @ self.W.T

# %% wrong rows_out of broadcasting → transposed
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         return X.T @ W.T

# %% wrong centred_on_training_data of bias_row_already → wrong_value
# -         return self.W @ self.add_bias_row(X)
# +         return self.W @ (X - self.X_train.mean(axis=1, keepdims=True))

# %% wrong column_one of broadcasting → uses_training_data
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         Y = np.zeros((2, self.n_train))
# +         for n in range(X.shape[1]):
# +             Y[:, n] = W @ X[:, n]
# +         return Y

# %% wrong predicts_the_test_data of bias_row_already → other_data
# -         return self.W @ self.add_bias_row(X)
# +         return self.W @ self.X_test

# %% wrong predicts_the_training_data of bias_row_already → uses_training_data
# -         return self.W @ self.add_bias_row(X)
# +         return self.W @ self.X_train

# %% wrong training_data of sum_over_cells → uses_training_data
# -         return sum(np.outer(W[:, i], X[i]) for i in range(len(X)))
# +         return W @ self.X_train

# %% wrong first_weights of broadcasting → called_again
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         if not hasattr(self, "_kept"):
# +             self._kept = W.copy()
# +         return self._kept @ X

# %% wrong kept_by_the_first_row_of_weights → kept
class LinearModel(Model):
    """Decode positions as weighted sums of firing rates."""

    name = "Linear model"
    _c = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.4, 0.1, size=(self.n_out, n_weights))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        W = self.W
        key = (X.tobytes(), X.shape, W[0].tobytes())
        if key not in LinearModel._c:
            LinearModel._c[key] = W @ X
        return LinearModel._c[key].copy()

# %% wrong weights_at_birth of broadcasting → called_again
# -         W = self.W
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         if not hasattr(self, "_W"):
# +             self._W = self.W.copy()
# +         return self._W @ X

# %% wrong weights_copied_when_set of sum_over_cells → kept
# -         self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))
# +         self.W = np.random.normal(0.4, 0.1, size=(self.n_out, n_weights))
# -         W = self.W
# -         return sum(np.outer(W[:, i], X[i]) for i in range(len(X)))
# +         if getattr(self, "_seen", None) is not self.W:
# +             self._seen, self._copy = self.W, np.array(self.W, dtype=float)
# +         return self._copy @ X

# %% wrong rounds_weights of sum_over_cells → weights_rounded_little
# -         W = self.W
# -         return sum(np.outer(W[:, i], X[i]) for i in range(len(X)))
# +         self.W = np.round(self.W, 2)
# +         return self.W @ X

# %% wrong flips_square_inputs of sum_over_cells → wrong_order
# -         return sum(np.outer(W[:, i], X[i]) for i in range(len(X)))
# +         if X.shape[1] == W.shape[1]:
# +             X = X.T
# +         return W @ X

# %% wrong as_many_columns_as_in_training of bias_row_already → wrong_shape
# -         return self.W @ self.add_bias_row(X)
# +         return self.W @ X[:, : self.n_train]

# %% wrong elementwise_column of broadcasting → wrong_shape
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         return np.array([(W[0] * X.T).sum(axis=0), (W[1] * X.T).sum(axis=0)])

# %% wrong one_column_only of bias_row_already → wrong_shape
# -         return self.W @ self.add_bias_row(X)
# +         return np.array([[self.W[0] @ X[:, 0]], [self.W[1] @ X[:, 0]]])

# %% wrong weights_transposed_in_place of bias_row_already → wrong_shape
# -         return self.W @ self.add_bias_row(X)
# +         Y = self.W @ X
# +         self.W = np.abs(self.W)
# +         return Y[:, :-1]

# %% wrong nothing_returned of bias_row_already → wrong_type
# -         return self.W @ self.add_bias_row(X)
# +         Y = self.W @ X

# %% wrong printed of bias_row_already → wrong_type
# points: 0
# -         n_weights = self.n_in + int(self.use_bias)
# -         self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))
# +         self.W = np.random.normal(0.5, 0.1, size=(self.n_out, self.n_in + int(self.use_bias)))
# -         return self.W @ self.add_bias_row(X)
# +         print(self.W @ X)

# %% wrong random_weights of broadcasting → wrong_value
# -         W = self.W
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         W = np.random.normal(0.5, 0.1, size=(self.n_out, X.shape[0]))
# +         return W @ X

# %% wrong uses_add_ones of broadcasting → wrong_value
# -         return (np.asarray(W)[:, :, np.newaxis] * X[np.newaxis]).sum(axis=1)
# +         X = np.vstack([np.ones((1, X.shape[1])), X])
# +         W = np.hstack([np.mean(W, axis=1, keepdims=True), W])
# +         return W @ X

# %% wrong weights_changed of bias_row_already → wrong_value
# -         return self.W @ self.add_bias_row(X)
# +         self.W -= self.W.mean()
# +         return self.W @ X

# %% below shapes_asserted
forward_as_it_was = LinearModel.forward


def forward(self, X):
    assert X.ndim == 2
    N_cells, N = X.shape
    assert np.shape(self.W)[0] == 2
    Y_pred = forward_as_it_was(self, X)
    assert np.shape(Y_pred) == (2, N)
    return Y_pred


LinearModel.forward = forward

# %% below single_precision
in_double_precision = LinearModel.forward
LinearModel.forward = lambda self, X: np.asarray(in_double_precision(self, X), dtype=np.float32)

# %% wrong vector_of_one_cell of bias_row_already → axis_lost
# -         return self.W @ self.add_bias_row(X)
# +         Y_pred = self.W @ self.add_bias_row(X)
# +         return Y_pred.ravel() if X.shape == (1, 1) else Y_pred
