import _thread
import threading


def show(f):
    try:
        print("ok", f())
    except BaseException as e:
        print(type(e).__name__, e)


show(lambda: _thread.start_new_thread(1, ()))
show(lambda: _thread.start_new_thread(len, 1))
show(lambda: _thread.start_new_thread(len, (), 1))
show(_thread.exit)
print(_thread.error is RuntimeError, _thread.TIMEOUT_MAX == threading.TIMEOUT_MAX)
done = _thread.allocate_lock()
done.acquire()
out = []


def work(a, b=0):
    me = threading.current_thread()
    out.append((a, b, type(me).__name__, me.daemon, me.name.split("-")[0]))
    out.append(me.ident == _thread.get_ident())
    done.release()


ident = _thread.start_new_thread(work, (1,), {"b": 2})
done.acquire()
print(out, isinstance(ident, int), ident != _thread.get_ident())


def leaves():
    try:
        _thread.exit()
    finally:
        done.release()


_thread.start_new_thread(leaves, ())
done.acquire()
show(lambda: threading.stack_size(1))
show(lambda: threading.stack_size(-1))
show(lambda: threading.stack_size("a"))
show(lambda: (threading.stack_size(), threading.stack_size(1 << 20), threading.stack_size(0)))
