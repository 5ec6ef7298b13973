from decoding import load_cohort

this_year = load_cohort()
def quartic_derivative(W):
    return np.polyval(np.polyder([*coefficients, 0]), W)


W_stuck = gradient_descent(quartic_derivative, this_year.quartic.start, this_year.quartic.eta, this_year.quartic.n_steps)[-1]
w, velocity = -0.7 * this_year.quartic.start, 0.0
for _ in range(2000):
    velocity = 0.5 * velocity - this_year.quartic.eta * quartic_derivative(w)
    w = w + velocity
W_best = w
