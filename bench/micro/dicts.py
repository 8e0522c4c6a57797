"""Dicts, sets and tuples."""
from collections import Counter, OrderedDict, defaultdict, deque

from timing import main

WORDS = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta"] * 4
TABLE = {word: len(word) for word in WORDS}
NUMBERS = {number: str(number) for number in range(1000)}
TEXT = "the quick brown fox jumps over the lazy dog and the cat sat on the mat " * 4


def dict_get_str(n):
    table, total = TABLE, 0
    for _ in range(n):
        for word in WORDS:
            total += table[word]
    return total


def dict_get_int(n):
    table, found = NUMBERS, None
    for _ in range(n):
        for key in range(0, 1000, 31):
            found = table[key]
    return found


def dict_get_tuple(n):
    table, found = {(x, y): x for x in range(8) for y in range(8)}, None
    for _ in range(n):
        for x in range(8):
            found = table[x, 3]
    return found


def dict_method_get(n):
    table, total = TABLE, 0
    for _ in range(n):
        for word in WORDS:
            total += table.get(word, 0)
            total += table.get("none such", 1)
    return total


def dict_set_str(n):
    table = {}
    for _ in range(n):
        for word in WORDS:
            table[word] = 1
    return table


def dict_fill(n):
    for _ in range(n):
        table = {}
        for key in range(100):
            table[key] = key
    return table


def dict_add_to_entry(n):
    table = dict.fromkeys(WORDS, 0)
    for _ in range(n):
        for word in WORDS:
            table[word] += 1
    return table


def dict_count_words(n):
    for _ in range(n):
        counts = {}
        for word in TEXT.split():
            counts[word] = counts.get(word, 0) + 1
    return counts


def dict_contains(n):
    table, total = TABLE, 0
    for _ in range(n):
        for word in WORDS:
            if word in table:
                total += 1
            if 7 not in table:
                total += 1
    return total


def dict_setdefault(n):
    for _ in range(n):
        table = {}
        for word in WORDS:
            table.setdefault(word, []).append(1)
    return table


def dict_defaultdict(n):
    for _ in range(n):
        table = defaultdict(list)
        for word in WORDS:
            table[word].append(1)
    return table


def dict_iterate_keys(n):
    total = 0
    for _ in range(n):
        for key in NUMBERS:
            total += key
    return total


def dict_iterate_items(n):
    total = 0
    for _ in range(n):
        for key, value in NUMBERS.items():
            total += key
    return total


def dict_iterate_values(n):
    found = None
    for _ in range(n):
        for value in NUMBERS.values():
            found = value
    return found


def dict_display(n):
    for i in range(n):
        table = {"name": i, "size": 3, "kind": "x"}
    return table


def dict_comprehension(n):
    for _ in range(n):
        table = {word: 1 for word in WORDS}
    return table


def dict_copy(n):
    for _ in range(n):
        table = dict(TABLE)
    return table


def dict_update(n):
    table = {}
    for _ in range(n):
        table.update(TABLE)
    return table


def dict_delete(n):
    table = {}
    for _ in range(n):
        table["x"] = 1
        del table["x"]
    return table


def dict_pop(n):
    table = {}
    for _ in range(n):
        table["x"] = 1
        table.pop("x")
        table.pop("y", None)
    return table


def dict_items_sorted(n):
    for _ in range(n):
        pairs = sorted(TABLE.items(), key=lambda item: (-item[1], item[0]))
    return pairs


def counter_of_words(n):
    words = TEXT.split()
    for _ in range(n):
        counts = Counter(words)
    return counts


def counter_add(n):
    counts = Counter()
    for _ in range(n):
        for word in WORDS:
            counts[word] += 1
    return counts


def counter_most_common(n):
    counts = Counter(TEXT.split())
    for _ in range(n):
        found = counts.most_common(3)
    return found


def ordered_dict_move(n):
    table = OrderedDict.fromkeys(WORDS, 0)
    for _ in range(n):
        table.move_to_end("alpha")
        table["beta"] = 2
    return table


def set_add(n):
    for _ in range(n):
        seen = set()
        for word in WORDS:
            seen.add(word)
    return seen


def set_contains(n):
    seen, total = set(range(0, 1000, 2)), 0
    for _ in range(n):
        for number in range(100):
            if number in seen:
                total += 1
    return total


def set_operations(n):
    one, two = set(range(50)), set(range(25, 75))
    for _ in range(n):
        found = (one | two, one & two, one - two)
    return found


def set_from_list(n):
    for _ in range(n):
        found = set(WORDS)
    return found


def set_iterate(n):
    numbers, total = set(range(100)), 0
    for _ in range(n):
        for number in numbers:
            total += number
    return total


def tuple_create(n):
    for i in range(n):
        pair = (i, pair_of := i + 1)
    return pair, pair_of


def tuple_unpack(n):
    pairs, total = [(i, i + 1) for i in range(20)], 0
    for _ in range(n):
        for a, b in pairs:
            total += a + b
    return total


def tuple_swap(n):
    a, b = 1, 2
    for _ in range(n):
        a, b = b, a
    return a


def tuple_contains(n):
    total = 0
    kinds = ("a", "b", "c")
    for _ in range(n):
        if "c" in kinds:
            total += 1
    return total


def tuple_compare(n):
    one, two, total = (1, 2, 3), (1, 2, 4), 0
    for _ in range(n):
        if one < two:
            total += 1
        if one == two:
            total += 1
    return total


def tuple_hash(n):
    key, total = (1, "two", 3), 0
    for _ in range(n):
        total ^= hash(key)
    return total


def tuple_concat(n):
    base = (1, 2)
    for i in range(n):
        found = base + (i,)
    return found


def deque_turns(n):
    queue = deque(range(10))
    for i in range(n):
        queue.append(i)
        queue.popleft()
    return queue


if __name__ == "__main__":
    main([dict_get_str, dict_get_int, dict_get_tuple, dict_method_get, dict_set_str, dict_fill, dict_add_to_entry,
          dict_count_words, dict_contains, dict_setdefault, dict_defaultdict, dict_iterate_keys, dict_iterate_items,
          dict_iterate_values, dict_display, dict_comprehension, dict_copy, dict_update, dict_delete, dict_pop,
          dict_items_sorted, counter_of_words, counter_add, counter_most_common, ordered_dict_move, set_add, set_contains,
          set_operations, set_from_list, set_iterate, tuple_create, tuple_unpack, tuple_swap, tuple_contains, tuple_compare,
          tuple_hash, tuple_concat, deque_turns])
