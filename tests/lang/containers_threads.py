# Operations that CPython makes atomic stay so when threads really run at once.
import collections
import functools
import threading

WORKERS, ROUNDS = 6, 4000


def run(work):
    threads = [threading.Thread(target=work, args=(k,)) for k in range(WORKERS)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


items = []
run(lambda k: [items.append((k, i)) for i in range(ROUNDS)])
print(len(items), len(set(items)), all([i for w, i in items if w == k] == list(range(ROUNDS)) for k in range(WORKERS)))
taken = [[] for _ in range(WORKERS)]


def drain(k):
    while True:
        try:
            taken[k].append(items.pop() if k % 2 else items.pop(0))
        except IndexError:
            return


run(drain)
print(len(items), len({x for t in taken for x in t}))
items.clear()
run(lambda k: [items.extend([k] * 3) for _ in range(ROUNDS // 4)])
print(len(items), all(items[i] == items[i + 1] == items[i + 2] for i in range(0, len(items), 3)))
shared = {}
run(lambda k: [shared.setdefault(i, []).append(k) for i in range(ROUNDS)])
print(len(shared), sum(map(len, shared.values())))
groups = collections.defaultdict(list)
run(lambda k: [groups[i % 97].append(i) for i in range(ROUNDS)])
print(len(groups), sum(map(len, groups.values())))
left = [0] * WORKERS


def pop_keys(k):
    for i in range(ROUNDS):
        if shared.pop(i, None) is not None:
            left[k] += 1


run(pop_keys)
print(len(shared), sum(left))
run(lambda k: [shared.update({(k, i): i}) for i in range(ROUNDS // 2)])
count = [0] * WORKERS


def pop_items(k):
    while True:
        try:
            shared.popitem()
            count[k] += 1
        except KeyError:
            return


run(pop_items)
print(len(shared), sum(count))
members = set()
run(lambda k: [members.add(i) for i in range(ROUNDS)])
print(len(members), members == set(range(ROUNDS)))
line = collections.deque(maxlen=50)
run(lambda k: [line.append(i) if i % 2 else line.appendleft(i) for i in range(ROUNDS)])
print(len(line))
numbers = iter(range(WORKERS * ROUNDS))
got = [[] for _ in range(WORKERS)]
run(lambda k: got[k].extend(numbers))
print(sum(map(len, got)), sum(map(sum, got)))


@functools.lru_cache(maxsize=64)
def square(n):
    return n * n


run(lambda k: [square(i % 100) == (i % 100) ** 2 or print("wrong") for i in range(ROUNDS)])
info = square.cache_info()
print(info.hits + info.misses == WORKERS * ROUNDS, info.currsize, info.maxsize)
order = collections.OrderedDict.fromkeys(range(50))
run(lambda k: [order.move_to_end((i * 7 + k) % 50) for i in range(ROUNDS)])
print(len(order), sorted(order) == list(range(50)))
numbers = [i * 7919 % 10007 for i in range(5000)]


def sort_or_read(k):
    for _ in range(20):
        if k % 2:
            numbers.sort(reverse=bool(k & 2))
        else:
            assert len(numbers) == 5000 and sorted(numbers)[0] == 0


run(sort_or_read)
print(len(numbers), sum(numbers))
