# diagnosis: damages_input
def derivative_of_loss(W):
    h = 1e-5
    W += h
    up = valley(W)
    W -= 2 * h
    down = valley(W)
    W += h
    return (up - down) / (2 * h)
