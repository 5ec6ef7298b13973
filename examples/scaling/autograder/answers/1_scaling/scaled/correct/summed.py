def scaled(x):
    whole, part = divmod(factor, 1)
    return sum([x] * int(whole)) + part * x
