from collections import defaultdict


def gram_by_loops(X):
    sums = defaultdict(float)
    for n in range(len(X[0])):
        for i, a in enumerate(X[:, n]):
            for j, b in enumerate(X[:, n]):
                sums[i, j] += a * b
    return [[sums[i, j] for j in range(len(X))] for i in range(len(X))]
