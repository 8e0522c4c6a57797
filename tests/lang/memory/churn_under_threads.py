# Threads churn through shared containers, attributes, cycles and weak references; the collector runs among them.
import gc
import random
import threading
import weakref


class Node:
    def __init__(self, v):
        self.v = v
        self.links = []
        self.meta = {"v": v}
    def __del__(self):
        self.v = None
shared_list = [Node(i) for i in range(50)]
shared_dict = {i: Node(i) for i in range(50)}
shared_set = set(range(50))
class G: attr = None
g = G()
g.attr = Node(0)
wk = weakref.WeakValueDictionary()
errors = []
def work(seed):
    r = random.Random(seed)
    try:
        for i in range(6000):
            k = r.randrange(12)
            j = r.randrange(50)
            if k == 0:
                shared_list[j] = Node(i)
            elif k == 1:
                shared_dict[j] = Node(i)
            elif k == 2:
                shared_list[j].links.append(shared_dict.get(r.randrange(50)))
            elif k == 3:
                n = shared_list[j]
                n.meta["x%d" % (i % 7)] = n
            elif k == 4:
                shared_set.add(j + i % 3)
                shared_set.discard(j)
            elif k == 5:
                g.attr = shared_list[j]
            elif k == 6:
                wk[j] = g.attr
            elif k == 7:
                x = wk.get(j)
                if x is not None and x.v is not None:
                    x.v += 1
            elif k == 8:
                for q in list(shared_dict.values())[:5]:
                    q.links[:] = q.links[-3:]
            elif k == 9:
                shared_dict.pop(j, None)
                shared_dict.setdefault(j, Node(j))
            elif k == 10:
                s = [n.v for n in shared_list]
                t = sorted(shared_dict)
                len(s) + len(t)
            elif k == 11 and i % 50 == 0:
                gc.collect()
            setattr(g, "a%d" % (i % 5), i)
            if i % 17 == 0:
                g.__dict__.pop("a%d" % (i % 5), None)
    except BaseException as e:
        errors.append(repr(e))
ts = [threading.Thread(target=work, args=(s,)) for s in range(8)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print("errors", errors)
shared_list.clear()
shared_dict.clear()
g.attr = None
del g, ts
gc.collect()
gc.collect()
print(len(wk))
