from scipy.optimize import brentq

path_large_eta = W_0 * np.cumprod(np.r_[1.0, np.full(n_steps, 1 - 2 * a * large_eta)])
eta_limit = brentq(lambda rate: abs(1 - 2 * a * rate) - 1, 0.6 / a, 5)
