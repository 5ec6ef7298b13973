"""From a submission to a result, and from many to many."""
