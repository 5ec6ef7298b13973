from decoding import load_cohort

path_from_right = -path_from_left * load_cohort().descent.other_start / abs(W_0)
