# diagnosis: loss_not_weight
W_3 = valley(W_2 - eta * 2 * a * W_2)
