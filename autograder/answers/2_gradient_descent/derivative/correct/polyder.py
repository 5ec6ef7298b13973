loss_polynomial = np.poly1d([a, 0, 0])
slope_polynomial = loss_polynomial.deriv()

def derivative_of_loss(W):
    return np.polyval(slope_polynomial.coeffs, W)
