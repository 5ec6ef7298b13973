# %% right subtracted
def shifted(x):
    return scaled(x) - (-shift)

# %% wrong not_scaled → wrong_value
def shifted(x):
    return x + shift
