derivative_of_loss = lambda W: a * W + a * W
