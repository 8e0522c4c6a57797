"""Sorting numbers, strings and records; a merge sort in Python."""
import random

random.seed(42)
numbers = [random.random() for _ in range(150000)]
words = ["w%d" % random.randrange(100000) for _ in range(100000)]
records = [(random.randrange(100), w) for w in words]


def merge_sort(items):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    left, right = merge_sort(items[:middle]), merge_sort(items[middle:])
    out = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            out.append(left[i])
            i += 1
        else:
            out.append(right[j])
            j += 1
    return out + left[i:] + right[j:]


print(sorted(numbers)[0] == min(numbers), sorted(words)[-1], sorted(records, key=lambda r: (r[0], r[1]))[0])
print(merge_sort(numbers[:40000]) == sorted(numbers[:40000]))
