# cohort: 2026
import numpy as np
W_3 = np.round(np.float64(W_2) * 0.8, 3)
