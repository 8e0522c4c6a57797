# Matrix product in blocks on a pool; results written to disjoint rows; a reduction tree of futures.
from concurrent.futures import ThreadPoolExecutor
from operator import add

N = 24
A = [[(i * 7 + j * 3) % 11 - 5 for j in range(N)] for i in range(N)]
B = [[(i * 5 - j * 2) % 13 - 6 for j in range(N)] for i in range(N)]


def plain(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def block(out, rows):
    columns = list(zip(*B))
    for i in rows:
        out[i] = [sum(x * y for x, y in zip(A[i], column)) for column in columns]
    return len(rows)


expected = plain(A, B)
for workers, size in ((1, 24), (3, 5), (4, 1)):
    out = [None] * N
    with ThreadPoolExecutor(workers) as pool:
        parts = [range(start, min(start + size, N)) for start in range(0, N, size)]
        done = sum(pool.map(block, [out] * len(parts), parts))
    print(workers, size, done, out == expected)


def tree(pool, values, combine):
    layer = [pool.submit(lambda v=v: v) for v in values]
    while len(layer) > 1:
        pairs = [layer[i:i + 2] for i in range(0, len(layer), 2)]
        # All of one layer are done before the next is submitted: no task waits inside the pool.
        results = [[f.result() for f in pair] for pair in pairs]
        layer = [pool.submit(combine, *r) if len(r) == 2 else pool.submit(lambda x: x, *r) for r in results]
    return layer[0].result()


with ThreadPoolExecutor(3) as pool:
    print(tree(pool, range(100), add), tree(pool, "abcdefg", add), tree(pool, [[n] for n in range(9)], add))
trace = sum(expected[i][i] for i in range(N))
with ThreadPoolExecutor(2) as pool:
    print(trace == sum(pool.map(lambda i: expected[i][i], range(N))), trace)
    transposed = list(pool.map(list, zip(*expected)))
    print(transposed[0][:4] == [row[0] for row in expected[:4]], len(transposed))
