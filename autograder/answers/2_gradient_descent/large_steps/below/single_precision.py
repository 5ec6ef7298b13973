path_large_eta, eta_limit = np.float32(path_large_eta), np.float32(eta_limit)
