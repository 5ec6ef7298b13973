h = 1e-6
W_3 = W_2 - eta * (valley(W_2 + h) - valley(W_2 - h)) / (2 * h)
