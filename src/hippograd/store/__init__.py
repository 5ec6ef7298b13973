"""The store: nbgrader's gradebook, and what Hippograd keeps beside it in the same database."""
