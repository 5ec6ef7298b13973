"""What the class tells its lecturer: a report of numbers, and a list of those whom somebody should write to."""
