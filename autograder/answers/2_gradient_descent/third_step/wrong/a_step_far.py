# diagnosis: one_step_too_far
w = W_0
for i in range(4):
    w -= eta * 2 * a * w
W_3 = w
