"""A publish/subscribe bus with weak subscribers, wildcards and priorities."""
import weakref
from collections import defaultdict


class Bus:
    def __init__(self):
        self._handlers = defaultdict(list)
        self.log = []

    def subscribe(self, topic, handler, priority=0):
        if hasattr(handler, "__self__"):
            handler = weakref.WeakMethod(handler)
        else:
            handler = weakref.ref(handler)
        self._handlers[topic].append((priority, len(self._handlers[topic]), handler))
        self._handlers[topic].sort(key=lambda entry: (-entry[0], entry[1]))

    def publish(self, topic, *args, **kwargs):
        count = 0
        parts = topic.split(".")
        topics = [".".join(parts[:n]) + ".*" for n in range(len(parts))]
        for name in [topic] + [t.lstrip(".") for t in reversed(topics)]:
            alive = []
            for entry in self._handlers.get(name, ()):
                handler = entry[2]()
                if handler is None:
                    continue
                alive.append(entry)
                try:
                    handler(topic, *args, **kwargs)
                except Exception as e:
                    self.log.append(f"{topic}: {e!r}")
                count += 1
            if name in self._handlers:
                self._handlers[name][:] = alive
        return count


class Listener:
    def __init__(self, name):
        self.name = name
        self.seen = []

    def on_event(self, topic, *args, **kwargs):
        self.seen.append((topic, args, kwargs))

    def failing(self, topic, *args):
        raise LookupError(self.name, topic)


def plain(topic, *args, **kwargs):
    print("plain", topic, args, sorted(kwargs.items()))


bus = Bus()
one, two = Listener("one"), Listener("two")
bus.subscribe("file.open", one.on_event)
bus.subscribe("file.*", two.on_event, priority=5)
bus.subscribe("file.open", plain, priority=-1)
bus.subscribe("*", two.failing)
print(bus.publish("file.open", "a.txt", mode="r"), bus.publish("file.close", 3), bus.publish("net"))
print(one.seen, two.seen, bus.log, sep="\n")
del one
print(bus.publish("file.open", "b.txt"), [len(v) for v in bus._handlers.values()])
bus.subscribe("x", lambda *a: print("never"))
print(bus.publish("x"))
