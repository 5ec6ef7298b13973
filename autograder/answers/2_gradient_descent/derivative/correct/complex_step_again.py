def derivative_of_loss(W):
    h = 1e-20
    return np.imag(valley(W + 1j * h)) / h
