# threading._register_atexit: last registered first, before the threads are joined, with arguments; refused from then on.
import threading
import time

order = []
gate = threading.Event()


def late():
    gate.wait(10)
    time.sleep(0.005)
    print("thread ends after", order)


def function(*args, **kwargs):
    order.append((args, kwargs))
    print("exit function", args, kwargs)


def refused():
    try:
        threading._register_atexit(function)
    except RuntimeError as e:
        print(e)
    gate.set()


threading._register_atexit(refused)
threading._register_atexit(function, 1, two=2)
threading._register_atexit(function)
threading.Thread(target=late).start()
print("main ends")
