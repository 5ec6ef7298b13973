# diagnosis: raised
# points: 0.5
def derivative_of_loss(W):
    slopes = np.zeros(len(W))
    for i in range(len(W)):
        slopes[i] = 2 * a * W[i]
    return slopes
