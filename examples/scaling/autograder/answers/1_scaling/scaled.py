# %% right lambda
scaled = lambda x: factor * x

# %% right summed
def scaled(x):
    whole, part = divmod(factor, 1)
    return sum([x] * int(whole)) + part * x

# %% wrong moved of lambda → wrong_value
# - scaled = lambda x: factor * x
# + scaled = lambda x: factor + x

# %% wrong squared → wrong_value
def scaled(x):
    return factor * x * abs(x)
