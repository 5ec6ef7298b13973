derivative_of_loss = lambda x: x * (2.0 * a)
