"""The door: students hand in over HTTP and see what their public checks say. One process; the inbox is its queue."""
