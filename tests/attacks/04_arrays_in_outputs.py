"""Puts into the cell's outputs what is no text: it must cost this notebook no more than the cell."""
import numpy as np

outputs = get_ipython().outputs  # noqa: F821
outputs.items.append({"output_type": "display_data", "data": {"text/plain": np.zeros(3)}})
outputs.items.append({"output_type": "display_data", "data": {"text/plain": outputs}})
