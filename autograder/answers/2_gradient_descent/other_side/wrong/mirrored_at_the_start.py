# diagnosis: first_path_moved
from decoding import load_cohort

path_from_right = load_cohort().descent.other_start + abs(W_0) + path_from_left
