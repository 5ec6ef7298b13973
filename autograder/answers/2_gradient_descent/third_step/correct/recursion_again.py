def weight_after(k):
    return W_0 if k == 0 else weight_after(k - 1) - eta * 2 * a * weight_after(k - 1)

W_3 = weight_after(3)
