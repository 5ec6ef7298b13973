"""Who worked with whom: submissions that are alike, with the evidence. It says "alike", and nothing about why."""
