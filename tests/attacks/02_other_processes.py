"""What the system says of other processes: group, session, processors, scheduler, priority."""
import os

other = os.getppid()
for ask in (os.getpgid, os.getsid, os.sched_getaffinity, os.sched_getscheduler, os.sched_getparam):
    try:
        ask(other)
    except OSError:
        continue
    print("got", "through")
for which in (os.PRIO_PROCESS, os.PRIO_PGRP, os.PRIO_USER):
    try:
        os.getpriority(which, other)
    except OSError:
        continue
    print("got", "through")
