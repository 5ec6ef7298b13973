def dot(u, v):
    acc = 0.0
    for k in range(len(u)):
        acc += float(u[k] * v[k])
    return acc

def gram_by_loops(X):
    return np.asarray([[dot(X[i], X[j]) for j in range(len(X))] for i in range(len(X))])
