import math

derivative_of_loss = lambda W: np.vectorize(lambda w: math.fsum([a * w, a * w]), otypes=[float])(W)[()]
