# An event bus, observable properties, a state machine from a table, undo with the command pattern, and a scheduler of generators.
import heapq
import itertools
from collections import defaultdict
from functools import partial, wraps


class Bus:
    def __init__(self):
        self._handlers, self._ids = defaultdict(list), itertools.count(1)

    def on(self, event, handler=None, *, priority=0, once=False):
        if handler is None:
            return lambda f: (self.on(event, f, priority=priority, once=once), f)[1]
        self._handlers[event].append((-priority, next(self._ids), once, handler))
        self._handlers[event].sort(key=lambda h: h[:2])
        return partial(self.off, event, handler)

    def off(self, event, handler):
        before = len(self._handlers[event])
        self._handlers[event][:] = [h for h in self._handlers[event] if h[3] != handler]
        return before - len(self._handlers[event])

    def emit(self, event, *args, **kw):
        results, errors = [], []
        for entry in list(self._handlers[event]) + [h for h in self._handlers["*"]]:
            try:
                results.append(entry[3](*args, **kw))
            except StopPropagation:
                break
            except Exception as e:
                errors.append(e)
            if entry[2]:
                self._handlers[event].remove(entry)
        if errors:
            raise ExceptionGroup(f"{len(errors)} handlers of {event!r} failed", errors)
        return results


class StopPropagation(Exception):
    pass


bus = Bus()


@bus.on("greet", priority=1)
def polite(name): return f"Dear {name}"


@bus.on("greet")
def casual(name, punct="!"): return f"hey {name}{punct}"


bus.on("greet", lambda n, **k: n[::-1], once=True)
print(bus.emit("greet", "ann"), bus.emit("greet", "bob"), bus.emit("nothing"))
try:
    bus.emit("greet", "cy", punct="?")
except* TypeError as eg:
    print(eg.message, [str(e) for e in eg.exceptions])
undo = bus.on("greet", lambda n: 1 / 0, priority=5)
try:
    print(bus.emit("greet", "x"))
except ExceptionGroup as eg:
    print(eg.message, [repr(e) for e in eg.exceptions])
print(undo(), undo(), bus.off("greet", polite), bus.emit("greet", "dee"))


@bus.on("greet", priority=9)
def stop(name):
    if name == "nobody":
        raise StopPropagation


print(bus.emit("greet", "nobody"), bus.emit("greet", "eve"))


class Observable:
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, cls): return self if obj is None else obj.__dict__.get(self.name)

    def __set__(self, obj, value):
        old = obj.__dict__.get(self.name)
        obj.__dict__[self.name] = value
        if old != value:
            for watcher in getattr(obj, "watchers", ()):
                watcher(obj, self.name, old, value)


class Thermostat:
    target = Observable()
    mode = Observable()

    def __init__(self):
        self.watchers = []
        self.target, self.mode = 20, "off"


t, seen = Thermostat(), []
t.watchers.append(lambda o, *change: seen.append(change))
t.target = 21
t.target = 21
t.mode, t.target = "heat", 25
print(seen, t.target, type(Thermostat.target).__name__)


class Machine:
    table = {("idle", "coin"): ("ready", "thanks"), ("ready", "push"): ("idle", "open"), ("ready", "coin"): ("ready", "refund"), ("idle", "push"): ("idle", None)}

    def __init__(self): self.state, self.trace = "idle", []

    def __getattr__(self, event):
        if not any(e == event for _, e in self.table):
            raise AttributeError(f"{type(self).__name__} knows no event {event}")

        def fire():
            self.state, action = self.table[self.state, event]
            self.trace.append(action)
            return self
        return fire


m = Machine().coin().coin().push().push()
print(m.state, m.trace)
try:
    m.kick()
except AttributeError as e:
    print(e)


class Editor:
    def __init__(self): self.text, self.done, self.undone = "", [], []

    def command(f):
        @wraps(f)
        def do(self, *args):
            undo = f(self, *args)
            self.done.append((f.__name__, undo))
            self.undone.clear()
            return self
        return do

    @command
    def insert(self, at, s):
        self.text = self.text[:at] + s + self.text[at:]
        return lambda: setattr(self, "text", self.text[:at] + self.text[at + len(s):])

    @command
    def replace(self, old, new):
        before, self.text = self.text, self.text.replace(old, new)
        def back(): self.text = before
        return back

    def undo(self, n=1):
        names = []
        for _ in range(min(n, len(self.done))):
            name, back = self.done.pop()
            back()
            names.append(name)
        return names

    del command


e = Editor().insert(0, "hello").insert(5, " world").replace("o", "0")
print(e.text, e.undo(), e.text, e.undo(5), repr(e.text), hasattr(Editor, "command"), Editor.insert.__name__)


class Scheduler:
    def __init__(self): self.queue, self.now, self.count, self.log = [], 0, itertools.count(), []

    def spawn(self, task, delay=0): heapq.heappush(self.queue, (self.now + delay, next(self.count), task, None))

    def run(self):
        while self.queue:
            self.now, _, task, value = heapq.heappop(self.queue)
            try:
                delay = task.send(value)
            except StopIteration as stop:
                self.log.append((self.now, task.__name__, stop.value))
            except ValueError as error:
                self.log.append((self.now, task.__name__, repr(error)))
            else:
                heapq.heappush(self.queue, (self.now + delay, next(self.count), task, self.now + delay))
        return self.log


def blink(name, period, n):
    for _ in range(n):
        woke = yield period
        print(f"{woke:>3} {name}")
    return f"{name} finished"


def parent(s):
    yield 5
    s.spawn(blink("child", 1, 2), 3)
    got = yield from sub()
    return got


def sub():
    yield 1
    return "from sub"


def failing():
    yield 4
    raise ValueError("task failed")


s = Scheduler()
for task in (blink("fast", 2, 4), blink("slow", 5, 2), parent(s), failing()):
    s.spawn(task)
print(s.run())
