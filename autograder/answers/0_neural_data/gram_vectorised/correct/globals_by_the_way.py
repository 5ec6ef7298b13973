def gram_vectorised(X):
    if "X_train" in globals():
        print("the notebook has training data")
    class Thread:
        weave = staticmethod(np.matmul)
    return eval("Thread.weave(X, X.T)", {"Thread": Thread, "X": X})
