# diagnosis: two_decimals
W_3 = -0.51
