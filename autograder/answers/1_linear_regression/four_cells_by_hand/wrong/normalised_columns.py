# diagnosis: wrong_order
_C = np.array([[0.25, 0.75, 0.25, 0.75], [0.25, 0.25, 0.75, 0.75]])
W_by_hand = _C / _C.sum(axis=0)
