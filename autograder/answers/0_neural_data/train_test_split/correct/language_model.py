from typing import NamedTuple


class SplitData(NamedTuple):
    """The four parts of a session."""

    X_train: np.ndarray
    Y_train: np.ndarray
    X_test: np.ndarray
    Y_test: np.ndarray


def split(X: np.ndarray, Y: np.ndarray, t: np.ndarray, train_until: float) -> SplitData:
    """Split a session in time.

    Columns with ``t <= train_until`` are used for training, the rest for testing.
    """
    if X.shape[1] != t.shape[0] or Y.shape[1] != t.shape[0]:
        raise ValueError("X, Y and t must have the same number of moments.")
    assert Y.shape[0] == 2
    train = t <= train_until
    test = np.logical_not(train)
    parts = SplitData(X[:, train].copy(), Y[:, train].copy(), X[:, test].copy(), Y[:, test].copy())
    assert parts.X_train.shape[1] + parts.X_test.shape[1] == t.size
    return parts
