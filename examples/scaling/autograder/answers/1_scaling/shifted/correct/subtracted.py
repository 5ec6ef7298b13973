def shifted(x):
    return scaled(x) - (-shift)
