# threading imported first by a thread of _thread: the program still ends, and knows which thread is the main one.
import _thread
import sys

done = _thread.allocate_lock()
done.acquire()
seen = []


def importing():
    import threading
    seen.append(threading.get_ident() != main)
    done.release()


main = _thread.get_ident()
print("threading" in sys.modules)
_thread.start_new_thread(importing, ())
done.acquire()
print("threading" in sys.modules, seen)
