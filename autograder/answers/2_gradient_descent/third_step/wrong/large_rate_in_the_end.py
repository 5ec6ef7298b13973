# diagnosis: large_eta_in_the_third_step
# cohort: 2027
W_3 = W_2 - 2 * a * large_eta * W_2
