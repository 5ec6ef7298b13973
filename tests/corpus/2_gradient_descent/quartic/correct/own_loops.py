from decoding import load_cohort

this_year = load_cohort()
def quartic_derivative(W):
    total = 0 * W
    for power, c in zip((4, 3, 2, 1), coefficients):
        total = total + c * power * W ** (power - 1)
    return total


def end_of_walk(w):
    for _ in range(this_year.quartic.n_steps):
        w = w - this_year.quartic.eta * quartic_derivative(w)
    return w


W_stuck = end_of_walk(this_year.quartic.start)
W_best = end_of_walk(-0.5 * this_year.quartic.start)
