"""Where other tools call this one: nbgrader's autograde."""
