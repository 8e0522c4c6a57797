"""Lists, sorting, iteration and generators."""
import heapq
import itertools

from timing import main

NUMBERS = list(range(100))
MIXED = [(i * 7919) % 1009 for i in range(200)]
WORDS = [str(number) for number in MIXED]
PAIRS = [(number, str(number)) for number in MIXED]


def list_append(n):
    for _ in range(n):
        found = []
        for i in range(100):
            found.append(i)
    return found


def list_append_pop(n):
    stack = []
    for i in range(n):
        stack.append(i)
        stack.append(i)
        stack.pop()
        stack.pop()
    return stack


def list_pop_front(n):
    for _ in range(n):
        queue = list(NUMBERS)
        while queue:
            queue.pop(0)
    return queue


def list_insert(n):
    for _ in range(n):
        found = []
        for i in range(50):
            found.insert(0, i)
    return found


def list_extend(n):
    for _ in range(n):
        found = []
        found.extend(NUMBERS)
        found += NUMBERS
    return found


def list_index_read(n):
    numbers, total = NUMBERS, 0
    for _ in range(n):
        for i in range(100):
            total += numbers[i]
    return total


def list_index_write(n):
    numbers = list(NUMBERS)
    for _ in range(n):
        for i in range(100):
            numbers[i] = i
    return numbers


def list_slice(n):
    for _ in range(n):
        found = NUMBERS[10:40]
        tail = NUMBERS[-5:]
    return found, tail


def list_copy(n):
    for _ in range(n):
        found = NUMBERS[:]
    return found


def list_reverse(n):
    for _ in range(n):
        found = NUMBERS[::-1]
    return found


def list_concat(n):
    for _ in range(n):
        found = NUMBERS + NUMBERS
    return found


def list_repeat(n):
    for _ in range(n):
        found = [0] * 100
    return found


def list_display(n):
    for i in range(n):
        found = [i, i, i]
    return found


def list_contains(n):
    total = 0
    for _ in range(n):
        if 50 in NUMBERS:
            total += 1
        if "999" in WORDS:
            total += 1
    return total


def list_find_index(n):
    for _ in range(n):
        found = NUMBERS.index(70)
    return found


def list_compare(n):
    one, two, total = list(NUMBERS), list(NUMBERS), 0
    for _ in range(n):
        if one == two:
            total += 1
    return total


def list_comprehension(n):
    for _ in range(n):
        found = [x * 2 for x in NUMBERS if x & 1]
    return found


def list_nested(n):
    rows = [[0] * 10 for _ in range(10)]
    for _ in range(n):
        for y in range(10):
            for x in range(10):
                rows[y][x] += x
    return rows


def list_iterate(n):
    total = 0
    for _ in range(n):
        for number in NUMBERS:
            total += number
    return total


def list_remove(n):
    for _ in range(n):
        found = list(NUMBERS)
        found.remove(50)
        del found[3]
    return found


def list_unpack(n):
    triple, total = [1, 2, 3], 0
    for _ in range(n):
        a, b, c = triple
        total += b
    return total


def sort_ints(n):
    for _ in range(n):
        found = sorted(MIXED)
    return found


def sort_words(n):
    for _ in range(n):
        found = sorted(WORDS)
    return found


def sort_key_lambda(n):
    for _ in range(n):
        found = sorted(PAIRS, key=lambda pair: pair[1])
    return found


def sort_key_len(n):
    for _ in range(n):
        found = sorted(WORDS, key=len)
    return found


def sort_tuples(n):
    for _ in range(n):
        found = sorted(PAIRS)
    return found


def sort_reverse_inplace(n):
    for _ in range(n):
        found = list(MIXED)
        found.sort(reverse=True)
    return found


def builtin_sum(n):
    for _ in range(n):
        found = sum(NUMBERS)
    return found


def builtin_min_max(n):
    for _ in range(n):
        found = min(MIXED), max(MIXED)
    return found


def builtin_max_key(n):
    for _ in range(n):
        found = max(PAIRS, key=lambda pair: pair[0])
    return found


def builtin_min_two(n):
    total = 0
    for i in range(n):
        total += min(i, 50)
        total += max(i, 50)
    return total


def sum_generator(n):
    for _ in range(n):
        found = sum(x * x for x in NUMBERS)
    return found


def sum_products(n):
    for _ in range(n):
        found = sum(a * b for a, b in zip(NUMBERS, MIXED))
    return found


def any_generator(n):
    for _ in range(n):
        found = any(x > 90 for x in NUMBERS)
    return found


def all_generator(n):
    for _ in range(n):
        found = all(x < 100 for x in NUMBERS)
    return found


def list_of_generator(n):
    for _ in range(n):
        found = list(x + 1 for x in NUMBERS)
    return found


def loop_enumerate(n):
    total = 0
    for _ in range(n):
        for i, number in enumerate(NUMBERS):
            total += i
    return total


def loop_zip(n):
    total = 0
    for _ in range(n):
        for a, b in zip(NUMBERS, MIXED):
            total += a
    return total


def list_zip(n):
    for _ in range(n):
        found = list(zip(NUMBERS, WORDS))
    return found


def list_map(n):
    for _ in range(n):
        found = list(map(str, NUMBERS))
    return found


def list_map_lambda(n):
    for _ in range(n):
        found = list(map(lambda x: x + 1, NUMBERS))
    return found


def list_filter(n):
    for _ in range(n):
        found = list(filter(lambda x: x & 1, NUMBERS))
    return found


def list_reversed(n):
    total = 0
    for _ in range(n):
        for number in reversed(NUMBERS):
            total += number
    return total


def list_range(n):
    for _ in range(n):
        found = list(range(100))
    return found


def count_up(limit):
    i = 0
    while i < limit:
        yield i
        i += 1


def generator_loop(n):
    total = 0
    for _ in range(n):
        for x in count_up(100):
            total += x
    return total


def generator_create(n):
    for _ in range(n):
        for x in count_up(1):
            pass
    return x


def generator_next(n):
    numbers = count_up(n + 1)
    total = 0
    for _ in range(n):
        total += next(numbers)
    return total


def averager():
    total = count = 0
    while True:
        total += yield total
        count += 1


def generator_send(n):
    numbers = averager()
    next(numbers)
    for i in range(n):
        found = numbers.send(1)
    return found


def tree_walk(depth):
    if depth:
        yield from tree_walk(depth - 1)
        yield depth
        yield from tree_walk(depth - 1)


def generator_yield_from(n):
    total = 0
    for _ in range(n):
        for depth in tree_walk(6):
            total += depth
    return total


class Counting:
    def __init__(self, limit):
        self.at = 0
        self.limit = limit

    def __iter__(self):
        return self

    def __next__(self):
        if self.at >= self.limit:
            raise StopIteration
        self.at += 1
        return self.at


def iterator_class(n):
    total = 0
    for _ in range(n):
        for x in Counting(50):
            total += x
    return total


def heap_push_pop(n):
    heap = []
    for i in range(n):
        heapq.heappush(heap, (i * 7919) & 255)
        if len(heap) > 50:
            heapq.heappop(heap)
    return heap


def itertools_chain(n):
    total = 0
    for _ in range(n):
        for x in itertools.chain(NUMBERS, NUMBERS):
            total += x
    return total


def itertools_islice(n):
    for _ in range(n):
        found = list(itertools.islice(itertools.count(), 50))
    return found


def itertools_product(n):
    total = 0
    for _ in range(n):
        for a, b in itertools.product(range(10), range(10)):
            total += a
    return total


if __name__ == "__main__":
    main([list_append, list_append_pop, list_pop_front, list_insert, list_extend, list_index_read, list_index_write, list_slice,
          list_copy, list_reverse, list_concat, list_repeat, list_display, list_contains, list_find_index, list_compare,
          list_comprehension, list_nested, list_iterate, list_remove, list_unpack, sort_ints, sort_words, sort_key_lambda,
          sort_key_len, sort_tuples, sort_reverse_inplace, builtin_sum, builtin_min_max, builtin_max_key, builtin_min_two,
          sum_generator, sum_products, any_generator, all_generator, list_of_generator, loop_enumerate, loop_zip, list_zip,
          list_map, list_map_lambda, list_filter, list_reversed, list_range, generator_loop, generator_create, generator_next,
          generator_send, generator_yield_from, iterator_class, heap_push_pop, itertools_chain, itertools_islice,
          itertools_product])
