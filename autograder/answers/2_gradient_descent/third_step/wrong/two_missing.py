# diagnosis: third_step_half
W_3 = W_2 - eta * a * W_2
