def scaled(x):
    whole, part = divmod(cohort.scaling.factor, 1)
    return sum([x] * int(whole)) + part * x
