# diagnosis: evenly_spaced
from decoding import load_cohort

path_from_right = np.linspace(load_cohort().descent.other_start, 0, n_steps + 1)
