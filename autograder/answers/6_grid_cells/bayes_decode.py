# %% right loops
def bayes_decode(X, expected, places):
    guesses = np.zeros((2, X.shape[1]))
    for n in range(X.shape[1]):
        logs = np.array([np.sum(X[:, n] * np.log(expected[:, m]) - expected[:, m]) for m in range(expected.shape[1])])
        p = np.exp(logs - np.max(logs))
        p = p / np.sum(p)
        for m in range(expected.shape[1]):
            guesses[:, n] += p[m] * places[:, m]
    return guesses

# %% right scipy_poisson
from scipy.special import logsumexp
from scipy.stats import poisson


def bayes_decode(X, expected, places):
    guesses = []
    for x in X.T:
        logs = poisson.logpmf(x[:, None], expected).sum(axis=0)
        guesses.append(places @ np.exp(logs - logsumexp(logs)))
    return np.array(guesses).T

# %% right softmax
from scipy.special import softmax


def bayes_decode(X, expected, places):
    return places @ softmax(np.log(expected).T @ X - expected.sum(axis=0)[:, None], axis=0)

# %% right places_in_rows
def bayes_decode(X, expected, places):
    logs = np.log(expected).T @ X - np.sum(expected, axis=0, keepdims=True).T
    logs = logs - logs.max(axis=0)
    weights = np.exp(logs)
    return (places @ weights) / weights.sum(axis=0)

# %% right einsum
def bayes_decode(X, expected, places):
    logs = np.einsum("kn,km->nm", X, np.log(expected)) - np.einsum("km->m", expected)
    p = np.exp(logs - np.amax(logs, axis=1)[:, None])
    p /= p.sum(axis=1)[:, None]
    return np.einsum("im,nm->in", places, p)

# %% wrong without_silence → silence_ignored
# points: 1.5
def bayes_decode(X, expected, places):
    logs = X.T @ np.log(expected)
    p = np.exp(logs - logs.max(axis=1, keepdims=True))
    return places @ (p / p.sum(axis=1, keepdims=True)).T

# %% wrong plus_expected → silence_added
# points: 1.5
def bayes_decode(X, expected, places):
    logs = X.T @ np.log(expected) + expected.sum(axis=0)
    p = np.exp(logs - logs.max(axis=1, keepdims=True))
    return places @ (p / p.sum(axis=1, keepdims=True)).T

# %% wrong log_forgotten → no_logarithm
# points: 1.5
def bayes_decode(X, expected, places):
    logs = X.T @ expected - expected.sum(axis=0)
    p = np.exp(logs - logs.max(axis=1, keepdims=True))
    return places @ (p / p.sum(axis=1, keepdims=True)).T

# %% wrong maximum → most_likely
# points: 1.5
def bayes_decode(X, expected, places):
    logs = X.T @ np.log(expected) - expected.sum(axis=0)
    return places[:, logs.argmax(axis=1)]

# %% wrong no_sum_to_one → largest_is_one
# points: 1.5
def bayes_decode(X, expected, places):
    logs = X.T @ np.log(expected) - expected.sum(axis=0)
    p = np.exp(logs - logs.max(axis=1, keepdims=True))
    return places @ p.T

# %% wrong never_normalised → not_normalised
# points: 1.5
def bayes_decode(X, expected, places):
    return places @ np.exp(X.T @ np.log(expected) - expected.sum(axis=0)).T

# %% wrong wrong_axis → over_moments
# points: 1.5
def bayes_decode(X, expected, places):
    logs = X.T @ np.log(expected) - expected.sum(axis=0)
    p = np.exp(logs - logs.max())
    return places @ (p / p.sum(axis=0)).T

# %% wrong largest_not_subtracted → not_finite
# points: 2
def bayes_decode(X, expected, places):
    p = np.exp(X.T @ np.log(expected) - expected.sum(axis=0))
    return places @ (p / p.sum(axis=1, keepdims=True)).T

# %% wrong products_of_probabilities → not_finite
# points: 2
from scipy.stats import poisson


def bayes_decode(X, expected, places):
    p = np.array([poisson.pmf(x[:, None], expected).prod(axis=0) for x in X.T])
    return places @ (p / p.sum(axis=1, keepdims=True)).T

# %% wrong fired_or_not → spiked_or_not
# points: 1.5
def bayes_decode(X, expected, places):
    logs = (X > 0).T @ np.log(expected) - expected.sum(axis=0)
    p = np.exp(logs - logs.max(axis=1, keepdims=True))
    return places @ (p / p.sum(axis=1, keepdims=True)).T

# %% wrong transposed_result → transposed or wrong_shape
def bayes_decode(X, expected, places):
    logs = X.T @ np.log(expected) - expected.sum(axis=0)
    p = np.exp(logs - logs.max(axis=1, keepdims=True))
    return (p / p.sum(axis=1, keepdims=True)) @ places.T
