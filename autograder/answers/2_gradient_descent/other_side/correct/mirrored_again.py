# cohort: 2026
path_from_right = -path_from_left
