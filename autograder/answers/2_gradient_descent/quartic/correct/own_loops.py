def quartic_derivative(W):
    total = 0 * W
    for power, c in zip((4, 3, 2, 1), coefficients):
        total = total + c * power * W ** (power - 1)
    return total


def end_of_walk(w):
    for _ in range(many_steps):
        w = w - small_eta * quartic_derivative(w)
    return w


W_stuck = end_of_walk(far_out)
W_best = end_of_walk(-0.5 * far_out)
