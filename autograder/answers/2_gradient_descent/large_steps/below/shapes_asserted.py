assert np.shape(path_large_eta) == (n_steps + 1,)
assert np.shape(eta_limit) == ()
