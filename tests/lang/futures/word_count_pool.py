# Map and reduce over text: count words in chunks on a pool, merge as they end; the answer does not depend on order.
from collections import Counter
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import reduce
from itertools import islice

WORDS = "the quick brown fox jumps over the lazy dog while the dog sleeps and the fox runs".split()


def lines(n):
    state = 12345
    for _ in range(n):
        words = []
        for _ in range(7):
            state = (state * 1103515245 + 12345) % 2 ** 31
            words.append(WORDS[state // 65536 % len(WORDS)])
        yield " ".join(words)


def chunks(iterable, size):
    iterator = iter(iterable)
    while chunk := list(islice(iterator, size)):
        yield chunk


def count(chunk):
    return Counter(word for line in chunk for word in line.split())


single = count(lines(600))
with ThreadPoolExecutor(4) as pool:
    merged = reduce(Counter.__add__, pool.map(count, chunks(lines(600), 37)))
    late = Counter()
    for f in as_completed([pool.submit(count, c) for c in chunks(lines(600), 100)]):
        late.update(f.result())
print(merged == single == late, sum(single.values()))
for word, n in sorted(single.items(), key=lambda pair: (-pair[1], pair[0]))[:5]:
    print(f"{word:8}{n:6}")
index = {}
with ThreadPoolExecutor(3) as pool:
    def enter(numbered):
        n, line = numbered
        for word in line.split():
            index.setdefault(word, set()).add(n)
    list(pool.map(enter, enumerate(lines(50))))
print(sorted(index)[:4], [len(index[w]) for w in sorted(index)][:4])
