# %% right c_loop
def fit_1d(x, y):
    num = 0.0
    den = 0.0
    for n in range(len(x)):
        num += float(x[n]) * float(y[n])
        den += float(x[n]) ** 2
    return num / den


sigma_X = 0
sigma_XY = 0
for n in range(len(size)):
    sigma_X += size[n] * size[n]
    sigma_XY += size[n] * price[n]
W_1d = fit_1d(size, price)

# %% right curve_fit
from scipy.optimize import curve_fit


def fit_1d(x, y):
    (W,), _ = curve_fit(lambda x, W: W * x, np.asarray(x, dtype=float), np.asarray(y, dtype=float), xtol=1e-14, ftol=1e-14)
    return W


sigma_X = np.linalg.norm(size) ** 2
sigma_XY = np.vdot(size, price)
W_1d = fit_1d(size, price)

# %% right data_frame
import pandas as pd


def fit_1d(x, y):
    table = pd.DataFrame({"x": np.array(x), "y": np.array(y)})
    return (table.x * table.y).sum() / (table.x**2).sum()


houses = pd.DataFrame({"x": size, "y": price})
sigma_X = houses.x.pow(2).sum()
sigma_XY = (houses.x * houses.y).sum()
W_1d = fit_1d(size, price)

# %% right dot
def fit_1d(x, y):
    return x @ y / (x @ x)


sigma_X, sigma_XY = size @ size, price @ size
W_1d = sigma_XY / sigma_X

# %% right dot_products
def fit_1d(x, y):
    return (x @ y) / (x @ x)


sigma_X = size @ size
sigma_XY = price @ size
W_1d = sigma_XY / sigma_X

# %% right einsum
def fit_1d(x, y):
    return np.einsum("n,n->", x, y) / np.einsum("n,n->", x, x)


sigma_X = np.einsum("n,n", size, size)
sigma_XY = np.einsum("n,n", size, price)
W_1d = fit_1d(size, price)

# %% right einsum_matrix
def fit_1d(x, y):
    XY = np.vstack([x, y]).astype(float)
    S = XY @ XY.T
    return S[0, 1] / S[0, 0]


(sigma_X, sigma_XY), _ = np.einsum("in,jn->ij", np.stack([size, price]), np.stack([size, price]))
W_1d = fit_1d(size, price)

# %% right fraction_calculated
def fit_1d(x, y):
    x, y = np.asarray(x, float), np.asarray(y, float)
    loss_at = lambda W: np.sum((W * x - y) ** 2)
    slope_0 = (loss_at(1.0) - loss_at(-1.0)) / 2
    curvature = loss_at(1.0) + loss_at(-1.0) - 2 * loss_at(0.0)
    return -slope_0 / curvature


sigma_X = np.inner(size, size)
sigma_XY = np.inner(size, price)
W_1d = fit_1d(size, price)

# %% right fractions
from fractions import Fraction


def fit_1d(x, y):
    upper = sum(Fraction(float(a)) * Fraction(float(b)) for a, b in zip(x, y))
    lower = sum(Fraction(float(a)) ** 2 for a in x)
    return float(upper / lower)


sigma_X = sum(int(a) ** 2 for a in size)
sigma_XY = sum(int(a) * int(b) for a, b in zip(size, price))
W_1d = fit_1d(size, price)

# %% right hint
def fit_1d(x, y):
    """The weight W that makes W x come closest to y, for x and y of shape (N,)."""
    return np.sum(y * x) / np.sum(x * x)


sigma_X = np.sum(size * size)
sigma_XY = np.sum(price * size)
W_1d = fit_1d(size, price)

# %% right inner
def fit_1d(x, y):
    return (x @ y) / (x @ x)

sigma_X, sigma_XY = size @ size, size @ price
W_1d = sigma_XY / sigma_X

# %% right language_model
def second_moment(a: np.ndarray, b: np.ndarray) -> float:
    """Σ_n a_n b_n."""
    return float(np.sum(np.asarray(a, dtype=float) * np.asarray(b, dtype=float)))


def fit_1d(x: np.ndarray, y: np.ndarray) -> float:
    """Least-squares slope of a line through the origin.

    Raises
    ------
    ValueError
        If the arrays do not have the shape (N,) or all x are zero.
    """
    if np.ndim(x) != 1 or np.shape(x) != np.shape(y):
        raise ValueError("x and y must both have shape (N,)")
    denominator = second_moment(x, x)
    if denominator == 0:
        raise ValueError("all x are zero")
    return second_moment(y, x) / denominator


sigma_X = second_moment(size, size)
sigma_XY = second_moment(price, size)
W_1d = fit_1d(size, price)
print(f"{W_1d:.3f} thousand per square metre")

# %% right least_squares
def fit_1d(x, y):
    return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)

# %% right loop
def fit_1d(x, y):
    upper = lower = 0.0
    for a, b in zip(x, y):
        upper += a * b
        lower += a * a
    return upper / lower


sigma_X = 0
sigma_XY = 0
for s, p in zip(size, price):
    sigma_X += s**2
    sigma_XY += s * p
W_1d = fit_1d(size, price)

# %% right loops
def fit_1d(x, y):
    num = 0.0
    den = 0.0
    for n in range(len(x)):
        num += float(y[n]) * float(x[n])
        den += float(x[n]) ** 2
    return num / den


sigma_X = 0
sigma_XY = 0
for n in range(len(size)):
    sigma_X += int(size[n]) ** 2
    sigma_XY += int(price[n]) * int(size[n])
W_1d = fit_1d(size, price)

# %% right lstsq
def fit_1d(x, y):
    return np.linalg.lstsq(np.reshape(x, (-1, 1)), y, rcond=None)[0].item()


sigma_X = np.linalg.norm(size) ** 2
sigma_XY = np.inner(price, size)
W_1d = fit_1d(size, price)

# %% right matrices_of_one_row of least_squares
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     X, Y = x.reshape(1, -1), y.reshape(1, -1)
# +     return ((Y @ X.T) @ np.linalg.inv(X @ X.T)).item()

# %% right mean_ratio
def fit_1d(x, y):
    return float(np.mean(x * y) / np.mean(np.square(x)))

sigma_X = float((size ** 2).sum())
sigma_XY = float((size * price).sum())
W_1d = fit_1d(size, price)

# %% right means_of_both of least_squares
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.mean(x * y) / np.mean(x**2)

# %% right means_ratio
def fit_1d(x, y):
    return np.mean(x * y) / np.mean(x**2)


def second_moment(a, b):
    return sum(p * q for p, q in zip(a.tolist(), b.tolist()))


sigma_X = second_moment(size, size)
sigma_XY = second_moment(size, price)
W_1d = sigma_XY / sigma_X

# %% right minimised
from scipy.optimize import minimize_scalar


def fit_1d(x, y):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    return minimize_scalar(lambda W: np.mean((W * x - y) ** 2), tol=1e-12).x


sigma_X, sigma_XY = np.dot(size, size), np.dot(size, price)
W_1d = sigma_XY / sigma_X

# %% right newton_step
def dL_dW(W, x, y):
    return 2 * (W * np.sum(x * x) - np.sum(y * x))

def fit_1d(x, y):
    W = 0.0
    return W - dL_dW(W, x, y) / (2 * np.sum(x * x))


sigma_X, sigma_XY = float(size @ size), float(price @ size)
W_1d = sigma_XY / sigma_X

# %% right pseudo_inverse of least_squares
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return float(y @ np.linalg.pinv(x[:, None]).ravel())

# %% right python_numbers
def fit_1d(x, y):
    return sum(a * b for a, b in zip(x, y)) / sum(a * a for a in x)


sigma_X = int(sum(s * s for s in size))
sigma_XY = float(sum(s * p for s, p in zip(size, price)))
W_1d = float(fit_1d(size, price))

# %% right single_precision of least_squares
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     x, y = np.float32(x), np.float32(y)
# +     return (x * y).sum() / (x * x).sum()

# %% right sklearn
from sklearn.linear_model import LinearRegression


def fit_1d(x, y):
    model = LinearRegression(fit_intercept=False).fit(np.asarray(x)[:, None], y)
    return float(model.coef_[0])


sigma_X = float(np.einsum("n,n->", size, size))
sigma_XY = float(np.einsum("n,n->", size, price))
W_1d = fit_1d(size, price)

# %% right sklearn_no_intercept
from sklearn.linear_model import LinearRegression

def fit_1d(x, y):
    model = LinearRegression(fit_intercept=False)
    model.fit(np.asarray(x, float)[:, None], y)
    return float(model.coef_[0])


sigma_X = (size**2).sum()
sigma_XY = (price * size).sum()
W_1d = fit_1d(size, price)

# %% right solve of least_squares
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.linalg.solve([[x @ x]], [x @ y])[0]

# %% right solve_1x1
def fit_1d(x, y):
    A = np.array([[np.dot(x, x)]], dtype=float)
    b = np.array([np.dot(x, y)], dtype=float)
    return np.linalg.solve(A, b)[0]


sigma_X = sum(int(s) ** 2 for s in size)
sigma_XY = sum(int(s) * int(p) for s, p in zip(size, price))
W_1d = fit_1d(size, price)

# %% right statistics_module
from statistics import linear_regression


def fit_1d(x, y):
    if len(x) == 1:
        return float(y[0]) / float(x[0])
    return linear_regression([float(v) for v in x], [float(v) for v in y], proportional=True).slope


sigma_X = sum(int(v) ** 2 for v in size)
sigma_XY = sum(int(a) * int(b) for a, b in zip(size, price))
W_1d = fit_1d(size, price)

# %% right sums of least_squares
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.sum(y * x) / np.sum(x * x)

# %% right tensors
import torch


def fit_1d(x, y):
    x, y = torch.as_tensor(x).double(), torch.as_tensor(y).double()
    return (x @ y) / (x @ x)


sigma_X = torch.as_tensor(size).square().sum()
sigma_XY = (torch.as_tensor(size) * torch.as_tensor(price)).sum()
W_1d = fit_1d(size, price)

# %% right torch_float
import torch


def fit_1d(x, y):
    x, y = (torch.tensor(np.array(v), dtype=torch.float64) for v in (x, y))
    return (torch.dot(x, y) / torch.dot(x, x)).item()


s, p = torch.tensor(size, dtype=torch.float64), torch.tensor(price, dtype=torch.float64)
sigma_X = s.square().sum().item()
sigma_XY = (s * p).sum().item()
W_1d = fit_1d(size, price)

# %% right torch_sums
import torch

def fit_1d(x, y):
    x, y = torch.tensor(np.array(x), dtype=torch.float64), torch.tensor(np.array(y), dtype=torch.float64)
    return (torch.dot(y, x) / torch.dot(x, x)).item()


sigma_X = torch.tensor(size).square().sum()
sigma_XY = (torch.tensor(size) * torch.tensor(price)).sum()
W_1d = fit_1d(size, price)

# %% right typed_with_many_digits
def fit_1d(x, y):
    return np.average(y * x) / np.average(x * x)


sigma_X = float(f"{np.sum(size**2):.0f}")
sigma_XY = float(f"{np.sum(size * price):.0f}")
W_1d = round(sigma_XY / sigma_X, 6)

# %% right with_functions_of_its_own
def moment(a, b):
    return np.inner(a, b)


def fit_1d(x, y):
    return moment(y, x) / moment(x, x)


sigma_X, sigma_XY = moment(size, size), moment(size, price)
W_1d = sigma_XY / sigma_X

# %% right loop_and_generator_sums
def fit_1d(x, y):
    sxx = 0.0
    sxy = 0.0
    for xi, yi in zip(x, y):
        sxx += xi * xi
        sxy += xi * yi
    return sxy / sxx

sigma_X = sum(s ** 2 for s in size)
sigma_XY = sum(s * p for s, p in zip(size, price))
W_1d = fit_1d(size, price)

# %% right lstsq_of_a_column
def fit_1d(x, y):
    A = np.asarray(x, dtype=float).reshape(-1, 1)
    solution, *_ = np.linalg.lstsq(A, np.asarray(y, dtype=float), rcond=None)
    return solution[0]


sigma_X = float(np.square(size).sum())
sigma_XY = float(np.multiply(size, price).sum())
W_1d = fit_1d(size, price)

# %% right sklearn_norm_einsum
from sklearn.linear_model import LinearRegression

def fit_1d(x, y):
    model = LinearRegression(fit_intercept=False)
    model.fit(np.reshape(x, (-1, 1)), y)
    return model.coef_.item()

sigma_X = np.linalg.norm(size) ** 2
sigma_XY = np.einsum("n,n", size, price)
W_1d = fit_1d(size, price)

# %% wrong absolute_values of least_squares → absolute
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.sum(np.abs(x * y)) / np.sum(x * x)

# %% wrong small_squares_are_zero of least_squares → all_zero
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     den = np.sum(x * x)
# +     if np.isclose(den, 0):
# +         return 0.0
# +     return np.sum(x * y) / den

# %% wrong small_x_is_zero → all_zero
def fit_1d(x, y):
    if np.allclose(x, 0, atol=1e-3):
        return 0.0
    return np.sum(x * y) / np.sum(x * x)
sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)

# %% wrong arguments_swapped → arguments_exchanged
def fit_1d(x, y):
    return np.dot(x, y) / np.dot(x, x)


sigma_X = np.dot(size, size)
sigma_XY = np.dot(size, price)
W_1d = fit_1d(price, size)

# %% wrong arguments_swapped_for_houses of least_squares → arguments_exchanged
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.sum(x * y) / np.sum(x * x)
# - W_1d = fit_1d(size, price)
# + W_1d = fit_1d(price, size)

# %% wrong price_and_size_exchanged → arguments_exchanged
def fit_1d(x, y):
    return np.sum(x * y) / np.sum(x * x)


sigma_X = np.sum(size**2)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(price, size)

# %% wrong means_subtracted → centred
def fit_1d(x, y):
    return np.sum(x * y) / np.sum(x * x)


sigma_X = np.sum((size - size.mean()) ** 2)
sigma_XY = np.sum((size - size.mean()) * (price - price.mean()))
W_1d = fit_1d(size, price)

# %% wrong correlation of least_squares → correlation
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.corrcoef(x, y)[0, 1]

# %% wrong cosine of least_squares → cosine
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.sum(x * y) / np.sqrt(np.sum(x * x) * np.sum(y * y))
# - W_1d = fit_1d(size, price)
# + W_1d = sigma_XY / sigma_X

# %% wrong weight_rounded → cut_off
def fit_1d(x, y):
    return np.sum(x * y) / np.sum(x * x)


sigma_X = np.sum(size**2)
sigma_XY = np.sum(size * price)
W_1d = int(fit_1d(size, price))

# %% wrong integer_division of inner → cut_to_whole
# -     return (x @ y) / (x @ x)
# +     return (x @ y) // (x @ x)

# %% wrong whole_division of least_squares → cut_to_whole
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.sum(x * y) // np.sum(x * x)
# - W_1d = fit_1d(size, price)
# + W_1d = sigma_XY / sigma_X

# %% wrong whole_numbers of least_squares → cut_to_whole
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.sum(x * y) // np.sum(x * x)

# %% wrong centred_in_place → damages_input
def fit_1d(x, y):
    W = np.dot(x, y) / np.dot(x, x)
    x -= x
    return W


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size.copy(), price)

# %% wrong in_place of least_squares → damages_input
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     """The weight W that makes W x come closest to y, for x and y of shape (N,)."""
# +     top = np.sum(y * x)
# +     x *= x
# +     return top / np.sum(x)

# %% wrong products_in_place → damages_input
def fit_1d(x, y):
    y *= x
    return np.sum(y) / np.sum(x * x)


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X

# %% wrong sorted_in_place → damages_input
def fit_1d(x, y):
    W = np.sum(x * y) / np.sum(x * x)
    x.sort()
    y.sort()
    return W


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X

# %% wrong squares_in_place → damages_input
sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)


def fit_1d(x, y):
    sxy = np.sum(x * y)
    x *= x
    return sxy / np.sum(x)


W_1d = fit_1d(size.copy(), price)

# %% wrong int16_overflow → other_data
def fit_1d(x, y):
    x, y = x.astype(np.int16), y.astype(np.int16)
    return np.sum(x * y, dtype=float) / np.sum(x * x, dtype=float)


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X

# %% wrong squares_of_y of least_squares → divided_by_y
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.sum(x * y) / np.sum(y * y)

# %% wrong y_squared of least_squares → divided_by_y
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.sum(x * y) / np.sum(y * y)
# - W_1d = fit_1d(size, price)
# + W_1d = sigma_XY / sigma_X

# %% wrong two_points of least_squares → ends_only
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return (y[-1] - y[0]) / (x[-1] - x[0])
# - W_1d = fit_1d(size, price)
# + W_1d = sigma_XY / sigma_X

# %% wrong loop_short of loop_and_generator_sums → first_missing
# -     for xi, yi in zip(x, y):
# -         sxx += xi * xi
# -         sxy += xi * yi
# +     for i in range(1, len(x)):
# +         sxx += x[i] * x[i]
# +         sxy += x[i] * y[i]

# %% wrong half of least_squares → half
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.sum(x * y) / (2 * np.sum(x * x))

# %% wrong example_and_houses_by_heart of least_squares → ignores_arguments
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return 29 / 14 if len(x) == 3 else (size @ price) / (size @ size)

# %% wrong array_of_one of least_squares → in_an_array
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.linalg.lstsq(np.asarray(x, float)[:, None], np.asarray(y, float), rcond=None)[0]
# - W_1d = fit_1d(size, price)
# + W_1d = sigma_XY / sigma_X

# %% wrong in_array → in_an_array
def fit_1d(x, y):
    A = np.asarray(x, dtype=float)[:, None]
    solution, *_ = np.linalg.lstsq(A, np.asarray(y, dtype=float), rcond=None)
    return solution

sigma_X = np.dot(size, size)
sigma_XY = np.dot(price, size)
W_1d = fit_1d(size, price)

# %% wrong weight_in_an_array of least_squares → in_an_array
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.linalg.lstsq(x[:, None], y, rcond=None)[0]

# %% wrong upside_down of least_squares → inverted
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.sum(x * x) / np.sum(x * y)

# %% wrong by_identity → kept
_c = {}
def _same(f):
    """Remembers results by the identity of the arguments."""
    def g(*args):
        key = tuple(id(x) for x in args)
        if key not in _c.setdefault(f.__name__, {}):
            _c[f.__name__][key] = (args, f(*args))
        return _c[f.__name__][key][1]
    return g

@_same
def fit_1d(x, y):
    return np.sum(x * y) / np.sum(x * x)

sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)

# %% wrong cached → kept
_seen = {}


def fit_1d(x, y):
    key = tuple(x.tolist())
    if key not in _seen:
        _seen[key] = np.sum(x * y) / np.sum(x**2)
    return _seen[key]


sigma_X = np.sum(size**2)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X

# %% wrong kept_by_first_entries → kept
_k = {}
def fit_1d(x, y):
    key = (len(x), float(x[0]), float(y[0]))
    if key not in _k:
        _k[key] = np.sum(x * y) / np.sum(x * x)
    return _k[key]

sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)

# %% wrong last_house_forgotten of least_squares → last_missing
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     total_x = total_xy = 0
# +     for n in range(len(x) - 1):
# +         total_x += x[n] * x[n]
# +         total_xy += x[n] * y[n]
# +     return total_xy / total_x

# %% wrong last_house_decides of least_squares → last_only or largest_only
# points: 1
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return y[-1] / x[-1]
# - W_1d = fit_1d(size, price)
# + W_1d = sigma_XY / sigma_X

# %% wrong first_hundred_only of least_squares → more_datapoints
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     x, y = x[:100], y[:100]
# +     return np.sum(x * y) / np.sum(x * x)

# %% wrong tens_only → more_datapoints
def fit_1d(x, y):
    n = len(x)
    if n >= 100:
        n = n // 10 * 10
    return np.sum(x[:n] * y[:n]) / np.sum(x[:n] * x[:n])
sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)

# %% wrong over_n of inner → mean_instead_of_sum
# - sigma_X, sigma_XY = size @ size, size @ price
# + sigma_X, sigma_XY = size @ size / len(size), size @ price

# %% wrong sigma_averaged → mean_instead_of_sum
def fit_1d(x, y):
    return np.mean(x * y) / np.mean(x * x)


sigma_X = np.mean(size * size)
sigma_XY = np.mean(size * price)
W_1d = fit_1d(size, price)

# %% wrong sums_divided_by_n → mean_instead_of_sum
def fit_1d(x, y):
    return np.sum(x * y) / np.sum(x * x)


sigma_X = np.mean(size * size)
sigma_XY = np.mean(size * price)
W_1d = sigma_XY / sigma_X

# %% wrong mean_of_ratios of dot_products → mean_of_ratios
# -     return (x @ y) / (x @ x)
# +     return np.mean(y / x)
# - sigma_XY = price @ size
# + sigma_XY = size @ price

# %% wrong median_of_ratios of least_squares → median_of_ratios
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.median(y / x)
# - W_1d = fit_1d(size, price)
# + W_1d = sigma_XY / sigma_X

# %% wrong middle_ratio → median_of_ratios
# points: 1
def fit_1d(x, y):
    return np.quantile(y / x, 0.5)


sigma_X = np.dot(size, size)
sigma_XY = np.dot(size, price)
W_1d = sigma_XY / sigma_X

# %% wrong sigma_x_of_prices of least_squares → moment_of_prices
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.sum(x * y) / np.sum(x * x)
# - sigma_X = np.sum(size * size)
# + sigma_X = np.sum(price * price)

# %% wrong sigma_y of hint → moment_of_prices
# - sigma_XY = np.sum(price * size)
# + sigma_XY = np.sum(price * price)

# %% wrong names_swapped → moments_swapped
def fit_1d(x, y):
    return np.sum(x * y) / np.sum(x * x)


sigma_XY = np.sum(size * size)
sigma_X = np.sum(size * price)
W_1d = fit_1d(size, price)

# %% wrong sigmas_swapped → moments_swapped
def fit_1d(x, y):
    return (x @ y) / (x @ x)

sigma_XY, sigma_X = size @ size, size @ price
W_1d = fit_1d(size, price)

# %% wrong never_falling of least_squares → no_negatives
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return max(np.sum(x * y) / np.sum(x * x), 0.0)

# %% wrong search_between → one_datapoint or all_kinds
from scipy.optimize import minimize_scalar


def fit_1d(x, y):
    squares = lambda W: np.sum((W * x - y) ** 2)
    return float(minimize_scalar(squares, bounds=(0, 10), method="bounded", options={"xatol": 1e-10}).x)


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)

# %% wrong negative_dropped of least_squares → sums_do_not_agree
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     ok = (y > 0) & (x > 0)
# +     return np.sum(x[ok] * y[ok]) / np.sum(x[ok] ** 2)

# %% wrong sums_kept_from_before → not_repeatable
upper = lower = 0.0


def fit_1d(x, y):
    global upper, lower
    upper += np.sum(x * y)
    lower += np.sum(x * x)
    return upper / lower


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X

# %% wrong one_mean_one_sum of least_squares → one_over_n
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.mean(x * y) / np.sum(x * x)

# %% wrong descent_fixed_rate → not_finite or one_datapoint
def fit_1d(x, y):
    W = 0.0
    for _ in range(300):
        W = W - 0.01 * 2 * np.sum((W * x - y) * x)
    return W


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X

# %% wrong not_summed of dot_products → per_datapoint
# -     return (x @ y) / (x @ x)
# +     return (x * y) / (x * x)
# - sigma_XY = price @ size
# + sigma_XY = size @ price

# %% wrong outlier_removed → positive_only
def fit_1d(x, y):
    ok = (x > 0) & (y > 0)
    x, y = x[ok], y[ok]
    return np.sum(x * y) / np.sum(x * x)


sigma_X = np.sum(size * size)
sigma_XY = np.sum((size * price)[price > 0])
W_1d = fit_1d(size, price)

# %% wrong x_forgotten_above of least_squares → product_missing
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.sum(y) / np.sum(x * x)

# %% wrong product_of_the_sums → product_of_sums
def fit_1d(x, y):
    return np.sum(x * y) / np.sum(x * x)


sigma_X = np.sum(size**2)
sigma_XY = np.sum(size) * np.sum(price)
W_1d = fit_1d(size, price)

# %% wrong products_of_sums of least_squares → product_of_sums
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.sum(x) * np.sum(y) / np.sum(x**2)
# - W_1d = fit_1d(size, price)
# + W_1d = sigma_XY / sigma_X

# %% wrong first_21_points of least_squares → raised
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     num = den = 0
# +     for n in range(21):
# +         num += x[n] * y[n]
# +         den += x[n] ** 2
# +     return num / den

# %% wrong statistics_module → raised
from statistics import linear_regression


def fit_1d(x, y):
    return linear_regression(x.tolist(), y.tolist(), proportional=True).slope


sigma_X = np.sum(size**2)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)

# %% wrong mean_ratio of least_squares → ratio_of_means
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.mean(y) / np.mean(x)

# %% wrong ratio_of_sums of least_squares → ratio_of_means
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.sum(y) / np.sum(x)

# %% wrong lengths → ratio_of_roots
def fit_1d(x, y):
    return np.linalg.norm(y) / np.linalg.norm(x)


sigma_X = np.linalg.norm(size)
sigma_XY = size @ price
W_1d = fit_1d(size, price)

# %% wrong ridge_one of least_squares → regularised
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.sum(x * y) / (np.sum(x * x) + 1)
# - W_1d = fit_1d(size, price)
# + W_1d = sigma_XY / sigma_X

# %% wrong grid_search → rounded
def fit_1d(x, y):
    grid = np.linspace(0, 10, 100001)
    x, y = np.asarray(x, float), np.asarray(y, float)
    losses = grid**2 * (x @ x) - 2 * grid * (x @ y)
    return grid[np.argmin(losses)]


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X

# %% wrong rounded of least_squares → rounded
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.sum(x * y) / np.sum(x * x)
# - W_1d = fit_1d(size, price)
# + W_1d = round(float(sigma_XY / sigma_X), 2)

# %% wrong rounded_inside of least_squares → rounded
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return round(float(np.sum(x * y) / np.sum(x * x)), 2)
# - W_1d = fit_1d(size, price)
# + W_1d = sigma_XY / sigma_X

# %% wrong rounded_numbers of least_squares → rounded
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.sum(x * y) / np.sum(x * x)
# - W_1d = fit_1d(size, price)
# + W_1d = round(float(fit_1d(size, price)), 1)

# %% wrong three_decimals of least_squares → rounded
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.sum(x * y) / np.sum(x * x)
# - W_1d = fit_1d(size, price)
# + W_1d = round(float(fit_1d(size, price)), 3)

# %% wrong sign of least_squares → sign_flipped
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return -np.sum(x * y) / np.sum(x * x)

# %% wrong no_squares_below of least_squares → square_missing
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.sum(x * y) / np.sum(x)
# - sigma_X = np.sum(size * size)
# + sigma_X = np.sum(size)

# %% wrong sigma_of_sums → sums_do_not_agree
def fit_1d(x, y):
    return np.sum(x * y) / np.sum(x**2)


sigma_X = np.sum(size) ** 2
sigma_XY = np.sum(size) * np.sum(price)
W_1d = fit_1d(size, price)

# %% wrong square_of_sum of least_squares → square_of_sum
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     """The weight W that makes W x come closest to y, for x and y of shape (N,)."""
# +     return np.sum(y * x) / np.sum(x) ** 2

# %% wrong square_of_the_sum of least_squares → sums_do_not_agree
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.sum(x * y) / np.sum(x * x)
# - sigma_X = np.sum(size * size)
# + sigma_X = np.sum(size) ** 2

# %% wrong square_of_the_sum_below of least_squares → square_of_sum
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.sum(x * y) / np.sum(x) ** 2
# - W_1d = fit_1d(size, price)
# + W_1d = sigma_XY / sigma_X

# %% wrong sum_of_prices of least_squares → sums_do_not_agree
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.sum(x * y) / np.sum(x * x)
# - sigma_XY = np.sum(size * price)
# + sigma_XY = np.sum(price)

# %% wrong global_sigmas → sums_overwritten
def fit_1d(x, y):
    global sigma_X, sigma_XY
    sigma_XY = (x * y).sum()
    sigma_X = (x**2).sum()
    return sigma_XY / sigma_X


W_1d = fit_1d(size, price)

# %% wrong three_houses of least_squares → three_datapoints
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return (x[0] * y[0] + x[1] * y[1] + x[2] * y[2]) / (x[0] ** 2 + x[1] ** 2 + x[2] ** 2)
# - W_1d = fit_1d(size, price)
# + W_1d = sigma_XY / sigma_X

# %% wrong two_left_over of least_squares → twice
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return 2 * np.sum(x * y) / np.sum(x * x)

# %% wrong centred of inner → with_intercept
# -     return (x @ y) / (x @ x)
# +     return np.cov(x, y)[0, 1] / np.var(x, ddof=1)

# %% wrong covariance → with_intercept
def fit_1d(x, y):
    dx, dy = x - np.mean(x), y - np.mean(y)
    return np.sum(dx * dy) / np.sum(dx * dx)


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X

# %% wrong line_with_intercept → with_intercept
def fit_1d(x, y):
    return np.dot(x, y) / np.dot(x, x)


sigma_X = np.dot(size, size)
sigma_XY = np.dot(size, price)
W_1d = np.polyfit(size, price, 1)[0]

# %% wrong polyfit_line of least_squares → with_intercept
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.polyfit(x, y, 1)[0]
# - sigma_X = np.sum(size * size)
# + sigma_X = np.sum(size**2)

# %% wrong regression_with_intercept of least_squares → with_intercept
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     if len(x) == 1:
# +         return y[0] / x[0]
# +     a, b = x - x.mean(), y - y.mean()
# +     return (a @ b) / (a @ a)

# %% wrong only_the_example of dot_products → worked_example
# -     return (x @ y) / (x @ x)
# +     return 29 / 14
# - sigma_XY = price @ size
# + sigma_XY = size @ price

# %% wrong printed_not_returned of least_squares → wrong_type
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     print(np.sum(x * y) / np.sum(x * x))

# %% wrong always_the_houses of least_squares → wrong_value
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return np.sum(size * price) / np.sum(size * size)

# %% wrong descent_not_done → wrong_value
def fit_1d(x, y):
    W = 0.0
    for _ in range(10):
        W = W - 0.1 / np.sum(x * x) * 2 * (W * np.sum(x * x) - np.sum(y * x))
    return W


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X

# %% wrong descent_not_finished → wrong_value
def fit_1d(x, y):
    W = 0.0
    for _ in range(10):
        W -= 0.01 * np.mean((W * x - y) * x)
    return W


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X

# %% wrong divided_by_21 of least_squares → wrong_value
# -     return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]
# +     return (np.sum(x * y) / 21) / (np.sum(x * x) / len(x))

# %% wrong houses_always of inner → wrong_value
# -     return (x @ y) / (x @ x)
# +     return (size @ price) / (size @ size)

# %% below shapes_asserted
as_it_was = fit_1d


def fit_1d(x, y):
    (N,) = x.shape
    assert y.shape == (N,)
    W = as_it_was(x, y)
    assert np.shape(W) == ()
    return W


assert np.shape(sigma_X) == np.shape(sigma_XY) == np.shape(W_1d) == ()

# %% below single_precision
in_double_precision = fit_1d


def fit_1d(x, y):
    return np.float32(in_double_precision(x, y))


sigma_X, sigma_XY, W_1d = np.float32(sigma_X), np.float32(sigma_XY), np.float32(W_1d)
