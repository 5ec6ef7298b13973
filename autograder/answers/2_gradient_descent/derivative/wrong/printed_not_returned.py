# diagnosis: wrong_type
def derivative_of_loss(W):
    print(2 * a * W)
