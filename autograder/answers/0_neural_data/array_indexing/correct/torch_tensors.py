import torch
Xt = torch.tensor(np.array(X))
Yt = torch.tensor(np.array(Y))
y_0_5 = Yt[0, 5].item()
x_all_6 = Xt[:, 6]
y_1_all = Yt[1]
y_3_raises = IndexError
