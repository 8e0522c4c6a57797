# Exceptions that cross threads: one instance raised by many, results of futures, hooks, and tracebacks read elsewhere.
# test: timeout=60
import concurrent.futures
import os
import queue
import sys
import threading
import traceback

SHORT = os.environ.get("PORTALIS_STRESS") == "short"
WORKERS, ROUNDS = (4, 60) if SHORT else (8, 1000)
sys.setswitchinterval(1e-5)


def run(*works):
    gate = threading.Barrier(WORKERS * len(works))

    def body(work, k):
        gate.wait()
        work(k)

    threads = [threading.Thread(target=body, args=(w, k)) for k in range(WORKERS) for w in works]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


# one instance, raised, chained, annotated and printed by all
shared = ValueError("shared")
caught = [0] * WORKERS


def raise_shared(k):
    for i in range(ROUNDS):
        try:
            try:
                raise KeyError(i)
            except KeyError:
                raise shared
        except ValueError as error:
            assert error is shared
            caught[k] += 1
            if i % 10 == 0:
                shared.__traceback__ = None
            if i % 50 == 0:
                shared.with_traceback(None)
                shared.__cause__ = TypeError(k)
                shared.__suppress_context__ = bool(i & 1)
                shared.args = ("shared", i)


def look(k):
    for i in range(ROUNDS // 10):
        tb = shared.__traceback__
        n = 0
        while tb is not None and n < 20:
            assert tb.tb_lineno > 0 and tb.tb_frame.f_code.co_name
            tb = tb.tb_next
            n += 1
        repr(shared), str(shared), shared.args, shared.__context__, shared.__cause__, shared.__suppress_context__
        shared.note = i


run(raise_shared, look)
print(sum(caught) == WORKERS * ROUNDS)

# exceptions made in one thread, raised in another, printed in a third
mailbox, printed = queue.Queue(), []


def fail(depth, k):
    if depth:
        fail(depth - 1, k)
    raise ArithmeticError(k)


def send(k):
    for i in range(ROUNDS // 10):
        try:
            fail(5, k)
        except ArithmeticError as error:
            mailbox.put(error)


def receive(k):
    for i in range(ROUNDS // 10):
        error = mailbox.get()
        try:
            raise RuntimeError("wrapped") from error
        except RuntimeError as wrapped:
            text = traceback.format_exception(wrapped)
            printed.append(len("".join(text).split("fail(depth - 1, k)")) - 1)


run(send, receive)
print(len(printed) == WORKERS * (ROUNDS // 10), set(printed))


# the exception of a future, raised by many waiters at once
def wait_together():
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        gate = threading.Event()

        def failing():
            gate.wait()
            fail(3, "future")

        future = pool.submit(failing)
        texts = []

        def waiter(k):
            for _ in range(5):
                try:
                    future.result()
                except ArithmeticError as error:
                    texts.append(str(error))
                    assert future.exception() is error

        opener = threading.Timer(0.002, gate.set)
        opener.start()
        run(waiter)
        return set(texts), len(texts)


for _ in range(3):
    print(wait_together())

# uncaught in threads: threading.excepthook sees each once
hooked, lock = [], threading.Lock()


def hook(args):
    with lock:
        hooked.append((args.exc_type.__name__, str(args.exc_value), args.thread is not None))


threading.excepthook = hook
threads = [threading.Thread(target=fail, args=(k % 4, k)) for k in range(WORKERS * 10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(hooked) == sorted(("ArithmeticError", str(k), True) for k in range(WORKERS * 10)))
threading.excepthook = threading.__excepthook__
hooked.clear()


# each thread has its own exception being handled and its own recursion depth
def recurse(n):
    return 0 if n == 0 else 1 + recurse(n - 1)


def endless():
    endless()


def own(k):
    for i in range(ROUNDS // 50):
        try:
            raise LookupError(k)
        except LookupError:
            assert sys.exc_info()[1].args == (k,)
            recurse(100)
            try:
                endless()
            except RecursionError as error:
                assert error.__context__.args == (k,)
            assert sys.exc_info()[1].args == (k,)
        assert sys.exc_info() == (None, None, None)


run(own)
print("own state")

# frames of other threads
looking = threading.Event()


def busy(k):
    while not looking.is_set():
        recurse(20)


def peek(k):
    for i in range(ROUNDS // 10):
        for ident, frame in sys._current_frames().items():
            n = 0
            while frame is not None and n < 30:
                frame.f_lineno, frame.f_code.co_name, frame.f_globals is globals()
                frame = frame.f_back
                n += 1
    if k == 0:
        looking.set()


run(busy, peek)
print("frames")


# groups, notes and finally clauses
def groups(k):
    for i in range(ROUNDS // 10):
        try:
            try:
                raise ExceptionGroup("g", [ValueError(k), TypeError(i), shared])
            except* ValueError as some:
                assert len(some.exceptions) == 2
                shared.add_note("n") if i % 50 == 0 else None
            except* TypeError as some:
                assert some.exceptions[0].args == (i,)
        finally:
            caught[k] += 1


run(groups)
print(sum(caught) == WORKERS * (ROUNDS + ROUNDS // 10))
