# diagnosis: loss_for_slope
W_3 = W_2 - eta * valley(W_2)
