# diagnosis: loss_not_weight
W_3 = valley((1 - 2 * a * eta) ** 3 * W_0)
