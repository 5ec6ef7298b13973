# cohort: 2026
import torch
path_from_right = torch.pow(torch.tensor(1 - 2 * a * eta, dtype=torch.float64), torch.arange(n_steps + 1))
