derivative_of_loss = lambda W: a * W + W * a
