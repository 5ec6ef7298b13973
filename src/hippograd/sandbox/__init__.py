"""The wall: student code runs in a confined process, and only data cross."""
