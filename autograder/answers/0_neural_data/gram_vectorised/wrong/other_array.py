# diagnosis: example_again
def gram_vectorised(X):
    return three_moments @ three_moments.T
