# cohort: 2026
from torch import nn
net = nn.Sequential(nn.Linear(25, 200), nn.ReLU(), nn.Linear(200, 200), nn.ReLU(), nn.Linear(200, 2))
n_network_parameters = sum(p.numel() for p in net.parameters())
