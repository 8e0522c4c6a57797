"""Signals: the functions of _signal with enums for numbers, handlers and masks. Definition: Lib/signal.py of CPython 3.11."""
import _signal
from _signal import (SIG_DFL, SIG_IGN, NSIG, ITIMER_PROF, ITIMER_REAL, ITIMER_VIRTUAL, ItimerError, alarm,
                     default_int_handler, getitimer, pause, pthread_kill, raise_signal, set_wakeup_fd, setitimer,
                     siginterrupt, sigtimedwait, sigwaitinfo, strsignal)
from enum import IntEnum as _IntEnum

Signals = _IntEnum("Signals", [(name, value) for name, value in vars(_signal).items()
                               if name.startswith("SIG") and not name.startswith("SIG_")], module=__name__)
Handlers = _IntEnum("Handlers", {"SIG_DFL": _signal.SIG_DFL, "SIG_IGN": _signal.SIG_IGN}, module=__name__)
Sigmasks = _IntEnum("Sigmasks", {name: getattr(_signal, name) for name in ("SIG_BLOCK", "SIG_UNBLOCK", "SIG_SETMASK")},
                    module=__name__)
for _class in Signals, Handlers, Sigmasks:
    globals().update(_class.__members__)


def _as_enum(value, kind):
    try:
        return kind(value)
    except ValueError:
        return value


def _as_int(value):
    try:
        return int(value)
    except (ValueError, TypeError):
        return value


def signal(signalnum, handler):
    return _as_enum(_signal.signal(_as_int(signalnum), _as_int(handler)), Handlers)


def getsignal(signalnum):
    return _as_enum(_signal.getsignal(signalnum), Handlers)


def pthread_sigmask(how, mask):
    return {_as_enum(number, Signals) for number in _signal.pthread_sigmask(how, mask)}


def sigpending():
    return {_as_enum(number, Signals) for number in _signal.sigpending()}


def sigwait(sigset):
    return _as_enum(_signal.sigwait(sigset), Signals)


def valid_signals():
    return {_as_enum(number, Signals) for number in _signal.valid_signals()}
