from decoding import load_cohort

this_year = load_cohort()
w = this_year.descent.other_start
path_from_right = [w]
for _ in range(n_steps):
    w = w - eta * 2 * a * w
    path_from_right.append(w)
