# diagnosis: wrong_shape
W_3 = [-0.512]
