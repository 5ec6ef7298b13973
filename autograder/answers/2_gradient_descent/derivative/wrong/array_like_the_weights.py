# diagnosis: whole_numbers
def derivative_of_loss(W):
    if np.ndim(W) == 0:
        return 2 * a * W
    half = np.zeros_like(W)
    half[...] = a * W / 2
    return 4 * half
