slope = lambda w: 2 * a * w
W_3 = W_2 - eta * slope(W_2)
print(f"{W_3:.3f}")
