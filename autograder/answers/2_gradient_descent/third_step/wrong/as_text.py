# diagnosis: wrong_type
W_3 = "-0.512"
