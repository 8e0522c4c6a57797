"""More of what programs ask of modules: patterns, decimals, enumerations, copies, random choices, texts."""
import contextlib
import copy
import decimal
import enum
import functools
import heapq
import operator
import random
import re
import string
import textwrap
from collections import namedtuple

from timing import main

TEXT = "the quick brown fox 123 jumps over the 456 lazy dogs "
PAIR = re.compile(r"(\w+)\s*=\s*(\d+)")
WORD = re.compile(r"\w+")
TOKEN = re.compile(r"\d+|[a-z]+|\s")
DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
FLOATS = [float(i * 37 % 101) for i in range(100)]
DECIMAL = decimal.Decimal("123.4567")
CENT = decimal.Decimal("0.01")
Triple = namedtuple("Triple", "x y z")
RANDOM = random.Random(1)


class Color(enum.Enum):
    RED = 1
    GREEN = 2


class Mode(enum.Flag):
    READ = 1
    WRITE = 2


class Lazy:
    @functools.cached_property
    def value(self):
        return 1

    @functools.lru_cache(maxsize=128)
    def scaled(self, a, b):
        return a * b


class Node:
    __slots__ = ("cost",)

    def __init__(self, cost):
        self.cost = cost

    def __lt__(self, other):
        return self.cost < other.cost


NODES = [Node(i * 7919 % 101) for i in range(64)]


def re_match(n):
    for _ in range(n):
        PAIR.match("alpha = 1234")


def re_group(n):
    found = PAIR.match("alpha = 1234")
    for _ in range(n):
        found.group(1)


def re_named_groups(n):
    for _ in range(n):
        DAY.match("2024-11-05").group("year", "month", "day")


def re_search(n):
    for _ in range(n):
        re.search("lazy cats", TEXT)


def re_findall_words(n):
    for _ in range(n):
        WORD.findall(TEXT)


def re_finditer_tokens(n):
    for _ in range(n):
        for found in TOKEN.finditer(TEXT):
            found.start()


def re_split(n):
    for _ in range(n):
        re.split(r"\s+", TEXT)


def re_sub(n):
    for _ in range(n):
        re.sub(r"\d+", "#", TEXT)


def re_sub_function(n):
    for _ in range(n):
        re.sub(r"\d+", lambda found: found[0] * 2, TEXT)


def decimal_add_multiply(n):
    for _ in range(n):
        DECIMAL * 3 + CENT


def decimal_divide(n):
    for _ in range(n):
        DECIMAL / 7


def decimal_quantize(n):
    for _ in range(n):
        DECIMAL.quantize(CENT)


def decimal_to_text(n):
    for _ in range(n):
        str(decimal.Decimal("12.50"))


def namedtuple_create(n):
    for i in range(n):
        Triple(i, i, i)


def namedtuple_read(n):
    triple = Triple(1, 2, 3)
    for _ in range(n):
        triple.y


def namedtuple_as_key(n):
    table, triple = {Triple(1, 2, 3): 1}, Triple(1, 2, 3)
    for _ in range(n):
        table[triple]


def enum_member(n):
    for _ in range(n):
        Color.RED is Color.GREEN


def enum_by_value(n):
    for _ in range(n):
        Color(2)


def enum_as_key(n):
    table = {Color.RED: 1}
    for _ in range(n):
        table[Color.RED]


def flag_or(n):
    for _ in range(n):
        Mode.READ | Mode.WRITE


def cached_property_read(n):
    lazy = Lazy()
    for _ in range(n):
        lazy.value


def lru_cache_method(n):
    lazy = Lazy()
    for i in range(n):
        lazy.scaled(i & 15, 2)


def heap_of_objects_64(n):
    for _ in range(n):
        heap = []
        for node in NODES:
            heapq.heappush(heap, node)
        while heap:
            heapq.heappop(heap)


def sort_attrgetter_64(n):
    for _ in range(n):
        sorted(NODES, key=operator.attrgetter("cost"))


def contextmanager_enter(n):
    @contextlib.contextmanager
    def scope():
        yield 1
    for _ in range(n):
        with scope():
            pass


def reduce_add(n):
    for _ in range(n):
        functools.reduce(operator.add, FLOATS)


def copy_deep(n):
    tree = {"a": [1, 2, (3, 4)], "b": {"c": [5]}}
    for _ in range(n):
        copy.deepcopy(tree)


def random_choice(n):
    for _ in range(n):
        RANDOM.choice("abc")


def random_shuffle(n):
    items = list(range(20))
    for _ in range(n):
        RANDOM.shuffle(items)


def template_substitute(n):
    template = string.Template("$a is $b")
    for _ in range(n):
        template.substitute(a=1, b=2)


def textwrap_wrap(n):
    for _ in range(n):
        textwrap.wrap(TEXT, 30)


if __name__ == "__main__":
    main([re_match, re_group, re_named_groups, re_search, re_findall_words, re_finditer_tokens, re_split, re_sub,
          re_sub_function, decimal_add_multiply, decimal_divide, decimal_quantize, decimal_to_text, namedtuple_create,
          namedtuple_read, namedtuple_as_key, lru_cache_method, heap_of_objects_64, sort_attrgetter_64, enum_member, enum_by_value, enum_as_key, flag_or, cached_property_read,
          contextmanager_enter, reduce_add, copy_deep, random_choice, random_shuffle, template_substitute,
          textwrap_wrap])
