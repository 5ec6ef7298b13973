# diagnosis: other_side
W_3 = 0.512
