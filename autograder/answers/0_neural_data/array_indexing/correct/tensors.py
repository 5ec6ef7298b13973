import torch

positions, rates = torch.tensor(np.array(Y)), torch.tensor(np.array(X))
y_0_5 = positions[0, 5]
x_all_6 = rates[:, 6]
y_1_all = positions[1]
y_3_raises = IndexError
