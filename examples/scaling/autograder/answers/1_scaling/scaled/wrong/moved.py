# diagnosis: wrong_value
def scaled(x):
    return cohort.scaling.factor + x
