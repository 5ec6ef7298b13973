slope = lambda W, h=1e-5: (valley(W + h) - valley(W - h)) / (2 * h)
walk = [W_0]
while len(walk) <= 3:
    walk.append(walk[-1] - eta * slope(walk[-1]))
*_, W_3 = walk
