# threading.settrace and setprofile: threads started afterwards begin with them, each sees its own calls.
import sys
import threading

lock = threading.Lock()
events = {}


def tracer(frame, event, arg):
    if frame.f_code.co_name in ("task", "helper"):
        with lock:
            events.setdefault(threading.current_thread().name, []).append((frame.f_code.co_name, event))
    return tracer


def helper(n):
    return n + 1


def task(n):
    return helper(n)


def run(name):
    t = threading.Thread(target=task, args=(1,), name=name)
    t.start()
    t.join()


threading.settrace(tracer)
print(threading.gettrace() is tracer, sys.gettrace())
run("traced")
threading.settrace(None)
run("plain")
print(sorted(events))
print([e for e in events["traced"] if e[1] in ("call", "return")])
calls = []


def profiler(frame, event, arg):
    if event in ("call", "return") and frame.f_code.co_name in ("task", "helper"):
        calls.append((event, frame.f_code.co_name))


threading.setprofile(profiler)
print(threading.getprofile() is profiler)
run("profiled")
threading.setprofile(None)
run("not profiled")
print(calls, threading.getprofile(), threading.gettrace())
