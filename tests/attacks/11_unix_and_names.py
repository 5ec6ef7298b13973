"""Unix sockets by path and abstract name, a name server, sockets by way of io_uring, and every socket it can see."""
import ctypes
import os
import socket

libc = ctypes.CDLL(None, use_errno=True)
made = []


def attempt(name, action):
    try:
        action()
        made.append(name)
    except Exception:
        pass


def unix(address, kind=socket.SOCK_STREAM):
    with socket.socket(socket.AF_UNIX, kind) as made:
        made.connect(address)


def bound(address):
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(address)


def asked():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as made:
        made.sendto(b"\x12\x34\x01\0\0\1\0\0\0\0\0\0\7example\3org\0\0\1\0\1", ("127.0.0.53", 53))


attempt("abstract", lambda: bound("\0answers"))
attempt("path", lambda: bound("answers"))
pair = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
attempt("pair that is bound", lambda: pair[0].bind("answers"))
attempt("pair that is named", lambda: pair[0].getsockname())
attempt("pair that passes files on", lambda: socket.send_fds(pair[0], [b"x"], [0]))
attempt("pair with urgent data", lambda: socket.socketpair()[0].send(b"x", socket.MSG_OOB))
attempt("pair of the network", lambda: socket.socketpair(30))
attempt("name server", asked)
attempt("getaddrinfo", lambda: socket.getaddrinfo("example.org", 80))
for address in ("/run/docker.sock", "/var/run/docker.sock", "/run/dbus/system_bus_socket", "/dev/log", "\0/tmp/.X11-unix/X0"):
    attempt(address, lambda: unix(address))
    attempt(address, lambda: pair[0].connect(address))
    attempt(address, lambda: pair[0].sendto(b"x", address))
for number in range(3, 256):
    attempt(f"descriptor {number}", lambda: socket.socket(fileno=os.dup(number)).getsockname())
if libc.syscall(425, 8, ctypes.create_string_buffer(120)) >= 0:
    made.append("io_uring")
if made:
    print("got", "through", made)
