# diagnosis: first_change_again
W_3 = W_2 + change_1
