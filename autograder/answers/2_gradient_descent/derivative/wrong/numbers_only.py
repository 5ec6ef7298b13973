# diagnosis: raised
# points: 1
def derivative_of_loss(W):
    return 2 * a * float(W)
