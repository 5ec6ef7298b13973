from decoding import load_cohort

this_year = load_cohort()
def quartic_derivative(W):
    c4, c3, c2, c1 = coefficients
    W = np.asarray(W, dtype=np.float64)
    return 4 * c4 * W**3 + 3 * c3 * np.square(W) + 2 * c2 * W + c1


W_stuck = np.float32(
    gradient_descent(quartic_derivative, this_year.quartic.start, this_year.quartic.eta, this_year.quartic.n_steps)[-1]
)
W_best = np.float32(gradient_descent(quartic_derivative, -0.75 * this_year.quartic.start, this_year.quartic.eta, this_year.quartic.n_steps)[-1])
