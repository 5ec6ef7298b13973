# diagnosis: wrong_value
W_3 = W_2 + eta * valley(W_2)
