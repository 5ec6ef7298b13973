"""The marking desk: written answers, marked by people with the rubrics of their mark schemes."""
