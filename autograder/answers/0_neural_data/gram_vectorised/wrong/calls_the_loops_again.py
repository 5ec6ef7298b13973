# diagnosis: has_loop
def gram_vectorised(X):
    return gram_by_loops(X)
