import torch

n_linear_parameters = torch.tensor(2 * session.n_cells)
