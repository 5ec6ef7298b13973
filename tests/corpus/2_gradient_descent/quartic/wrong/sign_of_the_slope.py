# diagnosis: sign_flipped
from decoding import load_cohort

this_year = load_cohort()
def quartic_derivative(W):
    return -np.polyval(np.polyder([*coefficients, 0]), W)


def downhill(W):
    return -quartic_derivative(W)


W_stuck = gradient_descent(downhill, this_year.quartic.start, this_year.quartic.eta, this_year.quartic.n_steps)[-1]
W_best = gradient_descent(downhill, -0.7 * this_year.quartic.start, this_year.quartic.eta, this_year.quartic.n_steps)[-1]
