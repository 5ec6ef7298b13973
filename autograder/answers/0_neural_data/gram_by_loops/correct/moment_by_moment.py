def gram_by_loops(rates):
    M = np.zeros((rates.shape[0],) * 2)
    for n in range(rates.shape[1]):
        M += np.outer(rates[:, n], rates[:, n])
    return M
