from decoding import load_cohort

path_from_right = [float(w) for w in gradient_descent(lambda w: 2 * a * w, load_cohort().descent.other_start, eta, 20)]
