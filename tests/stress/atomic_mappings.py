# Operations on shared dicts, sets and their relatives that CPython does in one step.
# test: timeout=60
import collections
import os
import sys
import threading

SHORT = os.environ.get("PORTALIS_STRESS") == "short"
WORKERS, ROUNDS = (3, 40) if SHORT else (4, 600)
sys.setswitchinterval(1e-4)


def together(*bodies):
    """Runs the bodies at once; those that take a flag go on until the others have ended."""
    gate = threading.Barrier(len(bodies))
    done = threading.Event()
    faults = []

    def run(body):
        gate.wait()
        try:
            body(done) if body.__code__.co_argcount else body()
        except BaseException as e:
            faults.append(repr(e))

    threads = [threading.Thread(target=run, args=(b,)) for b in bodies]
    for t in threads:
        t.start()
    for t, b in zip(threads, bodies):
        if not b.__code__.co_argcount:
            t.join()
    done.set()
    for t in threads:
        t.join()
    return faults


# Functions that go through a whole dict or set never find that it changed size on the way.
for make in (dict, collections.defaultdict, collections.Counter, collections.OrderedDict):
    table = make()
    table.update({i: 1 for i in range(50)})
    wrong = []

    def change(k):
        def body():
            for i in range(ROUNDS):
                table[1000 + k * ROUNDS + i] = 1
                if i % 3:
                    del table[1000 + k * ROUNDS + i]
        return body

    def read(done):
        while not done.is_set():
            results = (sum(table.values()), len(list(table)), len(sorted(table)), len(list(table.items())), len(tuple(table.keys())),
                       len(set(table)), len(table.copy()), len(dict(table)), len([*table]), len({**table}), len(dict.fromkeys(table)), min(table) + 50)
            if min(results) < 50 or not all(table.values()) or any(v != 1 for v in list(table.values())):
                wrong.append(results)
            str(table)

    faults = together(*[change(k) for k in range(WORKERS)], read) if make is not collections.OrderedDict else together(change(0), change(1))
    print(make.__name__, faults, wrong[:1], len(table) > 50)

members = set(range(50))


def change_members(k):
    def body():
        for i in range(ROUNDS):
            members.update(range(1000, 1030))
            members.difference_update(range(1000, 1030))
            members.symmetric_difference_update({2000 + k})
            members.add(3000 + k)
            members.discard(3000 + k)
    return body


def read_members(done):
    while not done.is_set():
        if min(members) or sum(members) < 1225 or len(sorted(members)) < 50 or 49 not in members or len(members | {1}) < 50:
            absent.append(1)
        if not members.issuperset(range(50)) or len(frozenset(members)) < 50 or len(list(members)) < 50:
            absent.append(2)


absent = []
print("set", together(*[change_members(k) for k in range(WORKERS)], read_members), absent[:3], members.issuperset(range(50)))

# One value for each missing key, whoever asks first
groups = collections.defaultdict(list)
counts = collections.Counter()
firsts = {}
winners = [[] for _ in range(WORKERS)]


def group(k):
    def body():
        for i in range(ROUNDS):
            groups[i % 37].append(k)
            counts.update([i % 11, "all"])
            winners[k].append(firsts.setdefault(i, (k, i)))
    return body


print("missing", together(*[group(k) for k in range(WORKERS)]), sum(map(len, groups.values())), len(groups))
print("counter", counts["all"], sum(counts.values()), len(counts))
print("setdefault", len(firsts), all(w[i] is firsts[i] for w in winners for i in range(ROUNDS)))

# Everything goes to exactly one taker.
for name, source, take in (
    ("dict.popitem", {i: i for i in range(WORKERS * ROUNDS)}, lambda d, i: d.popitem()[0]),
    ("dict.pop", {i: i for i in range(WORKERS * ROUNDS)}, lambda d, i: d.pop(i % (WORKERS * ROUNDS), None)),
    ("set.pop", set(range(WORKERS * ROUNDS)), lambda s, i: s.pop()),
    ("list.pop(0)", list(range(WORKERS * ROUNDS)), lambda s, i: s.pop(0)),
    ("deque.popleft", collections.deque(range(WORKERS * ROUNDS)), lambda s, i: s.popleft()),
    ("OrderedDict.popitem", collections.OrderedDict((i, i) for i in range(WORKERS * ROUNDS)), lambda d, i: d.popitem(last=False)[0]),
):
    taken = [[] for _ in range(WORKERS)]

    def take_all(k):
        def body():
            i = 0
            while source:
                try:
                    got = take(source, i)
                except (KeyError, IndexError):
                    continue
                i += 1
                if got is not None:
                    taken[k].append(got)
        return body

    faults = together(*[take_all(k) for k in range(WORKERS)])
    print(name, faults, sorted(x for t in taken for x in t) == list(range(WORKERS * ROUNDS)))

# A dict replaced as a whole shows one state or the other.
state = {"a": 0, "b": 0}
torn = []


def write():
    for i in range(ROUNDS * 4):
        state.update({"a": i, "b": i})


def compare(done):
    while not done.is_set():
        for seen in (state.copy(), dict(state), {**state}, state | {}):
            if seen["a"] != seen["b"]:
                torn.append(seen)
        if len(set(state.values())) != 1:
            torn.append("values")


print("update", together(write, compare), torn[:2])
