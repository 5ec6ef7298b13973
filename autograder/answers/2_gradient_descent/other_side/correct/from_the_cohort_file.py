import json
from decoding.sessions import data_folder

start = json.loads((data_folder() / "cohort.json").read_text())["descent"]["other_start"]
path_from_right = gradient_descent(derivative_of_loss, start, eta, n_steps)
