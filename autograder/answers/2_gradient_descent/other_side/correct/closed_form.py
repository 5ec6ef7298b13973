from decoding import load_cohort

this_year = load_cohort()
path_from_right = this_year.descent.other_start * (1 - 2 * a * eta) ** np.arange(n_steps + 1)
