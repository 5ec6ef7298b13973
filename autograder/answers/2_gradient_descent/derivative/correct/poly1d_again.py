_slope = np.polyder(np.poly1d([a, 0, 0]))

def derivative_of_loss(W):
    return np.polyval(_slope.coeffs, W)
