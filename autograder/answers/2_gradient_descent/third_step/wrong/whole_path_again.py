# diagnosis: wrong_shape
W_3 = [W_0, W_1, W_2, -0.512]
