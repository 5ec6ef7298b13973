from decoding import load_cohort

this_year = load_cohort()
w = W_0
path_large_eta = [w]
for _ in range(n_steps):
    w = w - this_year.descent.large_eta * 2 * a * w
    path_large_eta.append(w)
eta_limit = 2 / (2 * a)
