"""Sockets of every family."""
import socket

made = []
for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX, socket.AF_NETLINK):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW):
        try:
            made.append(socket.socket(family, kind))
        except OSError:
            pass
try:
    made.append(socket.gethostbyname("example.org"))
except OSError:
    pass
if made:
    print("got", "through")
