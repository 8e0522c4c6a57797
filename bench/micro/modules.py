"""What modules of the standard library do: texts by pattern, dates, decimals, records, iterators, statistics."""
import base64
import contextlib
import copy
import dataclasses
import datetime
import decimal
import enum
import fractions
import functools
import hashlib
import itertools
import math
import operator
import random
import re
import statistics
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
MOMENT = datetime.datetime(2024, 1, 2, 3, 4, 5)
HOUR = datetime.timedelta(hours=1)
DECIMAL = decimal.Decimal("123.4567")
CENT = decimal.Decimal("0.01")
Triple = namedtuple("Triple", "x y z")
RANDOM = random.Random(1)


@dataclasses.dataclass(order=True)
class Record:
    x: int
    y: float = 0.0


@dataclasses.dataclass(frozen=True)
class Frozen:
    x: int
    y: int


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


def datetime_add(n):
    for _ in range(n):
        MOMENT + HOUR


def datetime_subtract(n):
    later = MOMENT + HOUR
    for _ in range(n):
        (later - MOMENT).total_seconds()


def date_compare(n):
    later = datetime.date(2024, 1, 2)
    for _ in range(n):
        MOMENT.date() < later


def datetime_isoformat(n):
    for _ in range(n):
        MOMENT.isoformat()


def datetime_strftime(n):
    for _ in range(n):
        MOMENT.strftime("%Y-%m-%d %H:%M")


def datetime_strptime(n):
    for _ in range(n):
        datetime.datetime.strptime("2024-01-02 03:04", "%Y-%m-%d %H:%M")


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


def fraction_add(n):
    third, seventh = fractions.Fraction(1, 3), fractions.Fraction(1, 7)
    for _ in range(n):
        third + seventh


def dataclass_create(n):
    for i in range(n):
        Record(i, 2.0)


def dataclass_equal(n):
    a, b = Record(1), Record(1)
    for _ in range(n):
        a == b


def dataclass_less(n):
    a, b = Record(1), Record(2)
    for _ in range(n):
        a < b


def dataclass_repr(n):
    a = Record(1)
    for _ in range(n):
        repr(a)


def dataclass_frozen(n):
    for i in range(n):
        hash(Frozen(i, i))


def namedtuple_create(n):
    for i in range(n):
        Triple(i, i, i)


def namedtuple_read(n):
    triple = Triple(1, 2, 3)
    for _ in range(n):
        triple.y


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


def iterate(make, n):
    for _ in range(n):
        for _ in make():
            pass


def itertools_accumulate(n):
    iterate(lambda: itertools.accumulate(FLOATS), n)


def itertools_combinations(n):
    iterate(lambda: itertools.combinations(range(14), 2), n)


def itertools_cycle(n):
    iterate(lambda: itertools.islice(itertools.cycle("abc"), 100), n)


def itertools_groupby(n):
    iterate(lambda: itertools.groupby(range(100), lambda i: i // 10), n)


def itertools_pairwise(n):
    iterate(lambda: itertools.pairwise(FLOATS), n)


def itertools_permutations(n):
    iterate(lambda: itertools.permutations(range(5), 3), n)


def itertools_starmap(n):
    iterate(lambda: itertools.starmap(max, [(1, 2)] * 100), n)


def itertools_tee(n):
    iterate(lambda: itertools.tee(FLOATS)[1], n)


def itertools_zip_longest(n):
    iterate(lambda: itertools.zip_longest(FLOATS, "abc"), n)


def statistics_mean(n):
    for _ in range(n):
        statistics.mean(FLOATS)


def statistics_stdev(n):
    for _ in range(n):
        statistics.stdev(FLOATS)


def math_fsum(n):
    for _ in range(n):
        math.fsum(FLOATS)


def math_integers(n):
    for _ in range(n):
        math.gcd(123456, 7890) + math.comb(20, 10) + math.isqrt(10 ** 30)


def random_choice(n):
    for _ in range(n):
        RANDOM.choice("abc")


def random_shuffle(n):
    items = list(range(20))
    for _ in range(n):
        RANDOM.shuffle(items)


def hash_sha256(n):
    for _ in range(n):
        hashlib.sha256(b"hello" * 20).hexdigest()


def base64_both_ways(n):
    for _ in range(n):
        base64.b64decode(base64.b64encode(b"hello world" * 4))


def template_substitute(n):
    template = string.Template("$a is $b")
    for _ in range(n):
        template.substitute(a=1, b=2)


def textwrap_wrap(n):
    for _ in range(n):
        textwrap.wrap(TEXT, 30)


if __name__ == "__main__":
    main([re_match, re_group, re_named_groups, re_search, re_findall_words, re_finditer_tokens, re_split, re_sub,
          re_sub_function, datetime_add, datetime_subtract, date_compare, datetime_isoformat, datetime_strftime,
          datetime_strptime, decimal_add_multiply, decimal_divide, decimal_quantize, decimal_to_text, fraction_add,
          dataclass_create, dataclass_equal, dataclass_less, dataclass_repr, dataclass_frozen, namedtuple_create,
          namedtuple_read, enum_member, enum_by_value, enum_as_key, flag_or, cached_property_read,
          contextmanager_enter, reduce_add, copy_deep, itertools_accumulate, itertools_combinations, itertools_cycle,
          itertools_groupby, itertools_pairwise, itertools_permutations, itertools_starmap, itertools_tee,
          itertools_zip_longest, statistics_mean, statistics_stdev, math_fsum, math_integers, random_choice,
          random_shuffle, hash_sha256, base64_both_ways, template_substitute, textwrap_wrap])
