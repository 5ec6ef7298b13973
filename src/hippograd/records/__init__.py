"""What remains of a run: the gradebook, the executed notebooks, the results, the feedback."""
