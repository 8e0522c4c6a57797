"""Word counts of many texts by a pool, merged under a lock."""
import threading
from concurrent.futures import ThreadPoolExecutor

WORDS = ("the quick brown fox jumps over lazy dog and runs away from every angry bear that lives in a dark forest near "
         "the old mill where nobody has worked since winter came").split()
TEXTS, LENGTH = 240, 4000

counts = {}
lock = threading.Lock()


def make_text(seed):
    state = seed * 7919 + 17
    out = []
    for _ in range(LENGTH):
        state = (state * 1103515245 + 12345) % 2147483648
        out.append(WORDS[(state >> 16) % len(WORDS)])
    return " ".join(out)


def count(seed):
    own = {}
    for word in make_text(seed).split():
        own[word] = own.get(word, 0) + 1
    with lock:
        for word, n in own.items():
            counts[word] = counts.get(word, 0) + n
    return len(own)


def main():
    with ThreadPoolExecutor(max_workers=2) as pool:
        distinct = list(pool.map(count, range(TEXTS)))
    print(sum(distinct), sum(counts.values()))
    for word, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:5]:
        print(word, n)


if __name__ == "__main__":
    main()
