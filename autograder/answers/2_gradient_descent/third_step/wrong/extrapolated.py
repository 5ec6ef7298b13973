# diagnosis: second_slope_kept
W_3 = W_2 + change_2
