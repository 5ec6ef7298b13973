# diagnosis: wrong_value
def shifted(x):
    return x + cohort.scaling.shift
