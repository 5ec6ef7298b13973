# diagnosis: derivative_without_2
w = W_0
for _ in range(3):
    w = w - eta * a * w
W_3 = w
