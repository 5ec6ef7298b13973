# diagnosis: derivative_without_2
W_3 = W_0 * (1 - eta * a) ** 3
