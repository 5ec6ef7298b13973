# diagnosis: a_missing
# cohort: 2027
W_3 = W_0 * (1 - 2 * eta) ** 3
