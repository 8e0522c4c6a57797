"""An inverted index built by a pool from texts, with ranked queries."""
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
import math

TEXTS = {
    "a": "The quick brown fox jumps over the lazy dog",
    "b": "A lazy dog is a happy dog; the fox is not amused",
    "c": "Threads and locks: the dog waits for the fox, the fox waits for the dog",
    "d": "No animals were harmed in the making of this index",
    "e": "",
}


def words(text):
    word = []
    for c in text.lower() + " ":
        if c.isalpha():
            word.append(c)
        elif word:
            yield "".join(word)
            word.clear()


def analyse(item):
    name, text = item
    counts = Counter(words(text))
    positions = defaultdict(list)
    for n, word in enumerate(words(text)):
        positions[word].append(n)
    return name, counts, dict(positions)


index, lengths = defaultdict(dict), {}
with ThreadPoolExecutor(max_workers=3) as pool:
    for name, counts, positions in pool.map(analyse, TEXTS.items()):
        lengths[name] = sum(counts.values())
        for word, count in counts.items():
            index[word][name] = (count, positions[word])


def search(query):
    scores = Counter()
    for word in words(query):
        found = index.get(word, {})
        if found:
            weight = math.log(len(TEXTS) / len(found)) + 1
            for name, (count, _) in found.items():
                scores[name] += count / lengths[name] * weight
    return [(name, round(score, 4)) for name, score in sorted(scores.items(), key=lambda s: (-s[1], s[0]))]


def phrase(text):
    first, *rest = words(text)
    hits = []
    for name, (_, starts) in sorted(index.get(first, {}).items()):
        for start in starts:
            if all(start + n in index.get(w, {}).get(name, (0, ()))[1] for n, w in enumerate(rest, 1)):
                hits.append((name, start))
    return hits


print(lengths, len(index))
for query in ("dog", "lazy fox", "threads", "unicorn", "the making of"):
    print(query, search(query))
print(phrase("lazy dog"), phrase("the fox"), phrase("fox dog"))
print(Counter({w: sum(c for c, _ in d.values()) for w, d in index.items()}).most_common(4))
