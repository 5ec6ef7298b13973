W = W_0
for step in range(3):
    W -= eta * 2 * a * W
W_3 = W
