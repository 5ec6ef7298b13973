"""A course over the years: a new cohort from an earlier one."""
