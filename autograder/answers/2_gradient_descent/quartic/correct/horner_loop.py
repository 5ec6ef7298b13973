def quartic_derivative(W):
    slope = 0 * W
    for power, c in zip((4, 3, 2, 1), coefficients):
        slope = slope * W + power * c
    return slope


W = far_out
for _ in range(many_steps):
    W = W - small_eta * quartic_derivative(W)
W_stuck = W
W = 0.7
for _ in range(many_steps):
    W = W - small_eta * quartic_derivative(W)
W_best = W
