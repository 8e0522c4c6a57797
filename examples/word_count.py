"""Counts words in several texts at once: one task per file, merged at the end."""
import os
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

LINES = ["the quick brown fox jumps over the lazy dog", "a dog and a fox are not the same", "the end of the line is the start of another"]


def make_files(folder, count):
    paths = []
    for n in range(count):
        path = os.path.join(folder, "text%02d.txt" % n)
        with open(path, "w") as out:
            for k in range(2000):
                out.write(LINES[(n + k) % len(LINES)] + "\n")
        paths.append(path)
    return paths


def count_words(path):
    words = Counter()
    with open(path) as text:
        for line in text:
            words.update(line.split())
    return words


def main():
    total = Counter()
    folder = "/tmp/word_count_%d" % os.getpid()
    os.mkdir(folder)
    paths = make_files(folder, 8)
    with ThreadPoolExecutor() as pool:
        for words in pool.map(count_words, paths):
            total += words
    for path in paths:
        os.remove(path)
    os.rmdir(folder)
    for word, count in sorted(total.items(), key=lambda item: (-item[1], item[0]))[:10]:
        print("%8d %s" % (count, word))


if __name__ == "__main__":
    main()
