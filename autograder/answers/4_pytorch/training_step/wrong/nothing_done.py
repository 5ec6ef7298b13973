# diagnosis: nothing_returned
# points: 0
def training_step(network, X_batch, Y_batch):
    pass
