# Future driven by hand: every state, every transition, every refusal, and its repr.
from concurrent.futures import CancelledError, Future, InvalidStateError, TimeoutError


def shown(f):
    text = repr(f)
    assert text.startswith("<Future at 0x")
    return text.split(" ", 3)[3]


def states(f):
    return f.running(), f.cancelled(), f.done()


f = Future()
print(shown(f), states(f), f._state)
for call in (f.result, f.exception):
    try:
        call(timeout=0)
    except TimeoutError as e:
        print("TimeoutError", e.args)
print(f.set_running_or_notify_cancel(), shown(f), states(f), f.cancel())
f.set_result([1, 2])
print(shown(f), states(f), f.result(), f.exception(), f.cancel())
for call in (lambda: f.set_result(2), lambda: f.set_exception(ValueError())):
    try:
        call()
    except InvalidStateError as e:
        print(type(e).__name__, str(e).split(" at ")[0], str(e).endswith("returned list>"))

g = Future()
g.set_exception(KeyError("k"))
print(shown(g), states(g), repr(g.exception()), g.exception() is g.exception())
try:
    g.result()
except KeyError as e:
    print(repr(e), e is g.exception())

h = Future()
print(h.cancel(), h.cancel(), shown(h), states(h), h._state)
for call in (h.result, h.exception):
    try:
        call()
    except CancelledError as e:
        print("CancelledError", e.args)
try:
    h.set_result(1)
except InvalidStateError as e:
    print(str(e).split(":")[0])
print(h.set_running_or_notify_cancel(), shown(h), h._state, h.cancelled())
try:
    Future().set_exception(None)
    print("None is taken")
except TypeError as e:
    print(e)
print(issubclass(InvalidStateError, Exception), issubclass(CancelledError, Exception), TimeoutError)
print(InvalidStateError.__module__, CancelledError.__module__, Future.__module__)


class Tracked(Future):
    def set_result(self, value):
        super().set_result(value * 2)


t = Tracked()
t.set_result(21)
print(t.result(), repr(t).startswith("<Tracked at"))
