# diagnosis: damages_input
def quartic_derivative(W):
    c4, c3, c2, c1 = coefficients
    if np.ndim(W) == 0:
        return c1 + W * (2 * c2 + W * (3 * c3 + W * 4 * c4))
    V = np.array(W)
    W *= 4 * c4
    W += 3 * c3
    W *= V
    W += 2 * c2
    W *= V
    W += c1
    return W


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, -0.7 * far_out, small_eta, many_steps)[-1]
