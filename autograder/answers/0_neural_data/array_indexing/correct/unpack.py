import torch
first_row, second_row = Y
y_0_5 = session.Y[0, 5]
x_all_6 = torch.tensor(session.X)[:, 6]
y_1_all = second_row
error_name = IndexError
y_3_raises = error_name
