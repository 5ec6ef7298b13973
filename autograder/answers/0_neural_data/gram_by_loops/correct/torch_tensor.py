import torch


def gram_by_loops(X):
    A = torch.tensor(np.array(X), dtype=torch.float64)
    M = torch.zeros(A.shape[0], A.shape[0], dtype=torch.float64)
    for i in range(len(A)):
        for j in range(len(A)):
            M[i, j] = torch.dot(A[i], A[j])
    return M
