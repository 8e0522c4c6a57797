"""Counting words: str methods, dict updates, sorting with a key."""

TEXT = "the quick brown fox jumps over the lazy dog and then the dog sleeps while the fox runs far away " * 40


def count(text):
    counts = {}
    for line in text.split(" and "):
        for word in line.split():
            word = word.strip(".,").lower()
            counts[word] = counts.get(word, 0) + 1
    return counts


for _ in range(4000):
    result = count(TEXT)
print(sorted(result.items(), key=lambda item: (-item[1], item[0]))[:5])
