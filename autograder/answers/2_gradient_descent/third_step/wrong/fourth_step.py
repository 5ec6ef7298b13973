# diagnosis: one_step_too_far
W_3 = W_2
for _ in range(2):
    W_3 = W_3 - eta * 2 * a * W_3
