import torch
layer = torch.nn.Linear(session.n_cells, 2, bias=False)
n_linear_parameters = sum(p.numel() for p in layer.parameters())
