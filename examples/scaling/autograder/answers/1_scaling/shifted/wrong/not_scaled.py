# diagnosis: wrong_value
def shifted(x):
    return x + shift
