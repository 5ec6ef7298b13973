# diagnosis: wrong_shape
def quartic_derivative(W):
    # (W + 1) (4 W² − W − 1)
    return (W + 1) * (4 * W * W - W - 1)

W_stuck = -1.0
from scipy.optimize import minimize
W_best = minimize(quartic, x0=0.5).x
