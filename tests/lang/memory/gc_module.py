# The functions of gc whose results do not depend on the collector's make.
import gc

print(gc.isenabled())
gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.get_threshold())
gc.set_threshold(500, 5)
print(gc.get_threshold())
gc.set_threshold(700, 10, 10)
print(len(gc.get_count()), len(gc.get_stats()), sorted(gc.get_stats()[0]))
print(gc.get_debug(), gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK)
print(gc.garbage)


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


attempt(gc.collect, 5)
attempt(gc.collect, -1)
attempt(gc.get_objects, 3)
attempt(gc.get_objects, -2)
attempt(gc.set_threshold)
attempt(gc.is_tracked)

print(gc.is_tracked(0), gc.is_tracked("a"), gc.is_tracked([]), gc.is_tracked({}), gc.is_tracked({"a": []}))


class A:
    def __del__(self):
        pass


a = A()
print(gc.is_tracked(a), gc.is_finalized(a))
inner = []
outer = [inner, 1, "text"]
print(any(o is outer for o in gc.get_referrers(inner)))
print(any(o is inner for o in gc.get_referents(outer)))
print(any(o is outer for o in gc.get_objects()))

phases = []
gc.callbacks.append(lambda phase, info: phases.append((phase, sorted(info))))
gc.collect()
gc.callbacks.clear()
print(phases[0], phases[-1])

gc.freeze()
print(gc.get_freeze_count() > 0)
gc.unfreeze()
print(gc.get_freeze_count())

gc.collect()
gc.set_debug(gc.DEBUG_SAVEALL)


class Kept:
    pass


k = Kept()
k.me = k
del k
gc.collect()
gc.set_debug(0)
print(any(isinstance(o, Kept) for o in gc.garbage))
gc.garbage.clear()
gc.collect()
