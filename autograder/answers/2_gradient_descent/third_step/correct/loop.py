w = W_0
for _ in range(3):
    w -= eta * 2 * a * w
W_3 = w
