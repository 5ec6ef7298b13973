"""What helps those who write chapters and tasks."""
