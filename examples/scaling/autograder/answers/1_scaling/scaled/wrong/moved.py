# diagnosis: wrong_value
def scaled(x):
    return factor + x
