c4, c3, c2, c1 = coefficients

def quartic_derivative(W):
    return 4 * c4 * W**3 + 3 * c3 * W**2 + 2 * c2 * W + c1


path = gradient_descent(quartic_derivative, -1.5, 0.01, 500)
W_stuck = float(path[-1])
W_best = float(gradient_descent(quartic_derivative, 0, small_eta, 2000)[-1])
