# diagnosis: raised
# points: 1
def derivative_of_loss(W):
    return np.array([2 * a * w for w in W])
