# Names, daemon flags, repr and life cycle of threads as a program sees them.
import threading


def show(t):
    return repr(t).replace(f" {t.ident})>", " IDENT)>")


def work():
    pass


class Worker(threading.Thread):
    pass


first = threading.Thread(target=work)
second = threading.Thread()
named = threading.Thread(target=work, name="special", daemon=True)
third = Worker(target=lambda: None)
print(first.name, second.name, named.name, third.name)
print(show(first), show(named), show(third))
print(first.ident, first.native_id, first.daemon, named.daemon, first.is_alive())
for t in (first, named, third):
    t.start()
    t.join()
print(show(first), show(named), show(third))
print(isinstance(first.ident, int), isinstance(first.native_id, int), first.is_alive())
for call in (first.start, second.join, lambda: setattr(named, "daemon", False)):
    try:
        call()
    except RuntimeError as e:
        if "daemon" in str(e):
            print("daemon:", e)
        else:
            print(e)
try:
    threading.current_thread().join()
except RuntimeError as e:
    print(e)
try:
    threading.Thread(group=1)
except AssertionError as e:
    print(e)
second.name = 42
second.daemon = "yes"
print(repr(second.name), second.daemon, show(second))
inherited = []


def parent():
    child = threading.Thread()
    inherited.append(child.daemon)
    child = threading.Thread(daemon=False)
    inherited.append(child.daemon)


for daemon in (True, False):
    t = threading.Thread(target=parent, daemon=daemon)
    t.start()
    t.join()
print(inherited)


class Uninitialised(threading.Thread):
    def __init__(self):
        pass


for call in (lambda t: t.start(), lambda t: t.name, lambda t: repr(t), lambda t: t.join(), lambda t: t.is_alive()):
    try:
        print(call(Uninitialised()))
    except (RuntimeError, AssertionError) as e:
        print(type(e).__name__, e)
print(threading.main_thread() is threading.current_thread(), show(threading.main_thread()))
