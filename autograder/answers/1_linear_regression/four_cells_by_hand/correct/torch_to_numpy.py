# cohort: 2026
import torch
W_by_hand = torch.tensor([[0.25, 0.75, 0.25, 0.75], [0.25, 0.25, 0.75, 0.75]], dtype=torch.float64).numpy()
