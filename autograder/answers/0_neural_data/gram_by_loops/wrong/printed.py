# diagnosis: wrong_type
def gram_by_loops(X):
    for i in range(len(X)):
        for j in range(len(X)):
            print(sum(X[i, n] * X[j, n] for n in range(X.shape[1])))
