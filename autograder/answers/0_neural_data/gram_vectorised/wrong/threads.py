# diagnosis: has_loop
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(2)


def gram_vectorised(X):
    return np.array(list(pool.map(lambda row: X @ row, list(X))))
