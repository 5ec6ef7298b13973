# cohort: 2026
import warnings
from sklearn.neural_network import MLPRegressor

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    mlp = MLPRegressor(hidden_layer_sizes=(200, 200), max_iter=1).fit(np.random.rand(20, 25), np.random.rand(20, 2))
n_network_parameters = sum(c.size for c in mlp.coefs_) + sum(c.size for c in mlp.intercepts_)
