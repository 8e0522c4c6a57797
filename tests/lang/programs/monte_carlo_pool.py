"""Reproducible Monte Carlo on a pool: each task has its own generator, results do not depend on scheduling."""
import math
import random
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed


def pi_hits(seed, n):
    rng = random.Random(seed)
    return sum(math.hypot(rng.random(), rng.random()) <= 1 for _ in range(n))


def walk(seed, steps):
    rng = random.Random(seed)
    x = y = 0
    for _ in range(steps):
        dx, dy = rng.choice(((0, 1), (1, 0), (0, -1), (-1, 0)))
        x, y = x + dx, y + dy
    return x, y


def deal(seed):
    rng = random.Random(f"deck {seed}")
    deck = [r + s for s in "SHDC" for r in "23456789TJQKA"]
    rng.shuffle(deck)
    return deck[:5], rng.sample(deck, 3), round(rng.gauss(0, 1), 9), round(rng.betavariate(2, 5), 9)


seen_threads = set()


def tracked(seed):
    seen_threads.add(threading.current_thread().name.rsplit("_", 1)[0])
    return seed, pi_hits(seed, 2000), walk(seed, 300), deal(seed)


with ThreadPoolExecutor(4, thread_name_prefix="mc") as pool:
    futures = {pool.submit(tracked, seed): seed for seed in range(12)}
    done = {futures[f]: f.result() for f in as_completed(futures)}
    again = list(pool.map(tracked, range(12)))
ordered = [done[s] for s in sorted(done)]
print(ordered == again, seen_threads)
for seed, hits, position, (hand, sample, g, b) in ordered[:5]:
    print(seed, hits, position, hand, sample, g, b)
hits = sum(r[1] for r in ordered)
print(hits, round(4 * hits / (2000 * 12), 6), max(math.dist((0, 0), r[2]) for r in ordered))
state = random.Random(1)
snapshot = state.getstate()
first = [state.randint(1, 6) for _ in range(10)]
state.setstate(snapshot)
print(first == [state.randint(1, 6) for _ in range(10)], first, state.choices("abc", [1, 2, 7], k=10), state.getrandbits(100))
