def shifted(x):
    return scaled(x) - (-cohort.scaling.shift)
