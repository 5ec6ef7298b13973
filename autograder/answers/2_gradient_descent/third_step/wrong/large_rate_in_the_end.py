# diagnosis: large_eta_in_the_third_step
W_3 = W_2 - large_eta * 2 * a * W_2
