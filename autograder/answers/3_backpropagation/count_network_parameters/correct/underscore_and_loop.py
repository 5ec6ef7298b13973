n_network_parameters = 0
previous = session.X.shape[0]
for width in (n_hidden, n_hidden, session.Y.shape[0]):
    here = width * (previous + 1)
    print(previous, "->", width, ":", here)
    n_network_parameters += here
    previous = width
