"""A class attribute that threads replace, read by others through subclasses, instances and super()."""
import threading


class Shared:
    number = 0
    label = "start"

    def read(self):
        return self.number


class Derived(Shared):
    def read(self):
        return super().read() + Derived.number - type(self).number


changing = threading.Lock()
ready = threading.Barrier(5)
backwards = []


def count(n):
    ready.wait()
    for _ in range(n):
        with changing:
            Shared.number += 1
            Shared.label = "at %d" % Shared.number


def watch(thing, n):
    ready.wait()
    last = 0
    for _ in range(n):
        with changing:                   # between two changes all ways lead to one value
            seen = {thing.read(), thing.number, Shared.number, Derived.number, int(thing.label[3:] or 0) if thing.label != "start" else 0}
        if len(seen) != 1 or max(seen) < last:
            backwards.append(seen)
        last = max(seen)


threads = [threading.Thread(target=count, args=(3000,)) for _ in range(3)]
threads += [threading.Thread(target=watch, args=(cls(), 3000)) for cls in (Shared, Derived)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(Shared.number, Derived().read(), Shared.label, backwards)
