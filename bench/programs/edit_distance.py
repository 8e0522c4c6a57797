"""Levenshtein distances between words (nested loops over strings, a row of integers)."""


def distance(a, b):
    if len(a) < len(b):
        a, b = b, a
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            current.append(min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (x != y)))
        previous = current
    return previous[-1]


WORDS = ("concurrency", "parallelism", "synchronisation", "deadlock", "livelock", "starvation", "semaphore", "monitor",
         "condition", "barrier", "rendezvous", "transaction", "atomicity", "linearizability", "serialisation", "happens-before",
         "memory", "consistency", "coherence", "contention")
total = 0
closest = None
for _ in range(40):
    for a in WORDS:
        for b in WORDS:
            d = distance(a, b)
            total += d
            if a != b and (closest is None or d < closest[0]):
                closest = (d, a, b)
print(total, closest)
