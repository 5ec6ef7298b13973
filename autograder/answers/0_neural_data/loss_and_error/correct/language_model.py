def _validate(Y_pred: np.ndarray, Y_true: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Convert to float arrays and check that the shapes agree."""
    pred, true = np.asarray(Y_pred, dtype=np.float64), np.asarray(Y_true, dtype=np.float64)
    if pred.shape != true.shape:
        raise ValueError(f"Shapes differ: {pred.shape} and {true.shape}")
    if pred.ndim != 2:
        raise ValueError("Expected arrays of shape (n_out, N)")
    return pred, true


def loss(Y_pred: np.ndarray, Y_true: np.ndarray) -> float:
    """Mean over datapoints of the squared Euclidean distance (m²)."""
    pred, true = _validate(Y_pred, Y_true)
    return float(((pred - true) ** 2).sum(axis=0).mean())


def error(Y_pred: np.ndarray, Y_true: np.ndarray) -> float:
    """Mean over datapoints of the Euclidean distance (m)."""
    pred, true = _validate(Y_pred, Y_true)
    return float(np.sqrt(((pred - true) ** 2).sum(axis=0)).mean())
