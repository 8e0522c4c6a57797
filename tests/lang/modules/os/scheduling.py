# Priorities, sessions, groups, scheduling.
# test: needs=processes
import os


def show(f, *args, **kw):
    try:
        print(f.__name__, repr(f(*args, **kw)))
    except Exception as e:
        print(f.__name__, type(e).__name__, str(e).replace("posix.", "os."))


pid = os.getpid()
now = os.getpriority(os.PRIO_PROCESS, 0)
print(now == os.getpriority(which=os.PRIO_PROCESS, who=pid) == os.nice(0))
if now < 18:
    os.setpriority(os.PRIO_PROCESS, 0, now + 1)
    print(os.getpriority(os.PRIO_PROCESS, 0) - now, os.nice(1) - now)
for f, args in ((os.getpriority, (99, 0)), (os.setpriority, (99, 0, 1)), (os.getpriority, (os.PRIO_PROCESS, 99999999)), (os.nice, ("a",)), (os.getsid, (-5,)), (os.getpgid, (-5,)), (os.getpgid, ("a",)), (os.getpriority, (0,))):
    show(f, *args)
print(os.getpgid(0) == os.getpgrp() == os.getpgid(pid=pid), os.getsid(0) == os.getsid(pid))
print(os.getresuid()[:2] == (os.getuid(), os.geteuid()), os.getresgid()[:2] == (os.getgid(), os.getegid()), len(os.getresuid()), all(isinstance(g, int) for g in os.getgroups()))

p = os.sched_param(3)
print(p, p.sched_priority, p == (3,), len(p), os.sched_param(sched_priority=4), os.sched_param("any"), os.sched_param, os.sched_param.n_fields)
show(os.sched_param)
show(os.sched_param, 1, 2)
print(os.sched_getscheduler(0) == os.SCHED_OTHER, os.sched_getparam(0), os.sched_get_priority_max(os.SCHED_FIFO), os.sched_get_priority_min(policy=os.SCHED_RR), os.sched_get_priority_max(os.SCHED_OTHER))
show(os.sched_get_priority_min, 99)
show(os.sched_setscheduler, 0, 0, 5)
show(os.sched_setscheduler, 0, 0, os.sched_param("a"))
show(os.sched_setscheduler, 0, 99, os.sched_param(0))
show(os.sched_setscheduler, 0, os.SCHED_OTHER, os.sched_param(0))
show(os.sched_setscheduler, 0, os.SCHED_OTHER, os.sched_param(2**40))
show(os.sched_setparam, 0, os.sched_param(0))
show(os.sched_setparam, 0, os.sched_param(5))
show(os.sched_getparam, -5)
print(isinstance(os.sched_rr_get_interval(0), float))
show(os.sched_rr_get_interval, -5)
some = os.sched_getaffinity(0)
show(os.sched_setaffinity, 0, some)
show(os.sched_setaffinity, 0, iter([min(some)]))
print(os.sched_getaffinity(0) == {min(some)})
for bad in ([], [-1], ["a"], 5, [2**40], [2**70], [0, -3], {"b": 1}):
    show(os.sched_setaffinity, 0, bad)
show(os.sched_setaffinity, 99999999, [0])
print({n: getattr(os, n) for n in dir(os) if n.startswith(("PRIO_", "SCHED_", "EX_", "W", "O_", "F_", "RTLD_", "ST_", "SEEK_", "GRND_", "MFD_", "RWF_", "XATTR_", "SPLICE_", "EFD_", "POSIX_FADV", "TMP_", "NGROUPS", "CLD_")) and isinstance(getattr(os, n), int)})
