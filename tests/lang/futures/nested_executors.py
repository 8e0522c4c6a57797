# Executors inside tasks of executors; recursion over pools; results keep their order.
from concurrent.futures import ThreadPoolExecutor, as_completed
import threading


def leaf(n):
    return n * n


def branch(n):
    with ThreadPoolExecutor(2, thread_name_prefix=f"branch{n}") as inner:
        return sum(inner.map(leaf, range(n)))


with ThreadPoolExecutor(3) as outer:
    print(list(outer.map(branch, range(6))))


def merge_sort(items, depth=0):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    if depth < 2:
        with ThreadPoolExecutor(2) as pool:
            left, right = pool.map(merge_sort, (items[:middle], items[middle:]), (depth + 1,) * 2)
    else:
        left, right = merge_sort(items[:middle], depth), merge_sort(items[middle:], depth)
    merged = []
    while left and right:
        merged.append((left if left[0] <= right[0] else right).pop(0))
    return merged + left + right


print(merge_sort([(i * 7919) % 101 for i in range(60)]))


def spawn(pool, n):
    # A task may submit to its own pool as long as it does not wait for it.
    return pool.submit(leaf, n)


with ThreadPoolExecutor(1) as pool:
    inner = [pool.submit(spawn, pool, n) for n in range(4)]
    print([f.result().result() for f in inner])

seen = set()
lock = threading.Lock()


def visit(node):
    with lock:
        if node in seen:
            return []
        seen.add(node)
    return [n for n in (node * 2, node * 3) if n <= 200]


with ThreadPoolExecutor(4) as pool:
    pending = {pool.submit(visit, 1)}
    while pending:
        more = set()
        for f in as_completed(pending):
            more.update(pool.submit(visit, n) for n in f.result())
        pending = more
print(sorted(seen))
