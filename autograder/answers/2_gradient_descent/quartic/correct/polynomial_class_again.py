from numpy.polynomial import Polynomial

_L = Polynomial([0.0, *coefficients[::-1]])
_dL = _L.deriv()

def quartic_derivative(W):
    return _dL(W)


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
_candidates = [r.real for r in _dL.roots() if abs(r.imag) < 1e-9]
W_best = _candidates[int(np.argmin([_L(c) for c in _candidates]))]
