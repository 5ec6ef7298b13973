"""NaN, infinity and truth values in place of numbers."""
import numpy as np

n_linear_parameters = True
W_by_hand = np.full((2, 4), np.nan)
W_four_cells = np.full((2, 4), np.inf)
W_1d = sigma_X = sigma_XY = float("nan")


class LinearModel:
    def __init__(self, *args, **kwargs):
        self.W = np.full((2, 25), np.nan)

    def forward(self, X):
        return np.full((2, X.shape[1]), np.nan)

    def fit(self):
        self.W = np.full((2, 25), np.inf)


linear_model = LinearModel()


def fit_1d(x, y):
    return float("inf")
