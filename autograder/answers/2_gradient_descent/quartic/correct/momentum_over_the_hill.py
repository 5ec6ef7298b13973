def quartic_derivative(W):
    return np.polyval(np.polyder([*coefficients, 0]), W)


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
w, velocity = -0.7 * far_out, 0.0
for _ in range(2000):
    velocity = 0.5 * velocity - small_eta * quartic_derivative(w)
    w = w + velocity
W_best = w
