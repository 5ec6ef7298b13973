# diagnosis: raised
import torch

linear_model = torch.nn.Linear(session.n_cells, 2)
