"""Ctrl-C during a run: the first stops after the running test, the second at once."""
import functools
import weakref

try:
    import signal
except ImportError:      # WASI and browsers have none; only installHandler() cannot do without
    signal = None

__unittest = True

_results = weakref.WeakKeyDictionary()
_handler = None


class _InterruptHandler:
    def __init__(self, previous):
        self.called = False
        self.original_handler = previous
        if isinstance(previous, int):
            if previous == signal.SIG_DFL:
                previous = signal.default_int_handler
            elif previous == signal.SIG_IGN:
                def previous(number, frame):
                    pass
            else:
                raise TypeError("expected SIGINT signal handler to be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
        self.default_handler = previous

    def __call__(self, signum, frame):
        if signal.getsignal(signal.SIGINT) is not self or self.called:
            self.default_handler(signum, frame)
        self.called = True
        for result in list(_results):
            result.stop()


def registerResult(result):
    _results[result] = 1


def removeResult(result):
    return bool(_results.pop(result, None))


def installHandler():
    global _handler
    if signal is None:
        raise ModuleNotFoundError("No module named 'signal'", name="signal")
    if _handler is None:
        _handler = _InterruptHandler(signal.getsignal(signal.SIGINT))
        signal.signal(signal.SIGINT, _handler)


def removeHandler(method=None):
    if method is not None:
        if signal is None:
            return method
        @functools.wraps(method)
        def without_handler(*args, **kwargs):
            installed = signal.getsignal(signal.SIGINT)
            removeHandler()
            try:
                return method(*args, **kwargs)
            finally:
                signal.signal(signal.SIGINT, installed)
        return without_handler
    if _handler is not None:
        signal.signal(signal.SIGINT, _handler.original_handler)
