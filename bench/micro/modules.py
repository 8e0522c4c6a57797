"""What programs ask most often of modules: dataclasses, datetime, itertools, statistics, math, struct, hashes, base64."""
import base64
import dataclasses
import datetime
import hashlib
import itertools
import math
import statistics
import struct
from collections import namedtuple
from fractions import Fraction

from timing import main


@dataclasses.dataclass
class Thing:
    x: int
    y: float = 0.0
    z: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass(order=True, frozen=True)
class Pair:
    x: int
    y: int


NamedPair = namedtuple("NamedPair", "x y")
NUMBERS = [float(i * 37 % 101) for i in range(1000)]
DAY, NEXT_DAY = datetime.date(2024, 1, 1), datetime.date(2024, 1, 2)
MOMENT, HOUR = datetime.datetime(2024, 1, 1), datetime.timedelta(hours=1)
RECORD = struct.pack("<IHd", 1, 2, 3.0)
ENCODED = base64.b64encode(b"hello world" * 10)
PAIRS = [(2, 3)] * 200
THIRD, SEVENTH = Fraction(1, 3), Fraction(1, 7)


def dataclass_init(n):
    for i in range(n):
        Thing(i, 2.0)


def dataclass_frozen_init(n):
    for i in range(n):
        Pair(i, i)


def dataclass_equal(n):
    a, b = Thing(1, 2.0), Thing(1, 2.0)
    for _ in range(n):
        found = a == b
    return found


def dataclass_less(n):
    a, b = Pair(1, 2), Pair(1, 3)
    for _ in range(n):
        found = a < b
    return found


def dataclass_hash(n):
    a = Pair(1, 2)
    for _ in range(n):
        hash(a)


def dataclass_repr(n):
    a = Thing(1, 2.0)
    for _ in range(n):
        repr(a)


def named_tuple_fields(n):
    a = NamedPair(1, 2)
    for _ in range(n):
        a.x, a.y


def datetime_add(n):
    moment = MOMENT
    for i in range(n):
        moment = MOMENT + HOUR
    return moment


def datetime_make(n):
    for _ in range(n):
        datetime.datetime(2024, 1, 2, 3, 4, 5)


def datetime_less(n):
    later = MOMENT + HOUR
    for _ in range(n):
        found = MOMENT < later
    return found


def datetime_subtract(n):
    later = MOMENT + HOUR
    for _ in range(n):
        found = later - MOMENT
    return found


def datetime_fields(n):
    for _ in range(n):
        MOMENT.year, MOMENT.month, MOMENT.hour


def datetime_isoformat(n):
    for _ in range(n):
        MOMENT.isoformat()


def datetime_fromisoformat(n):
    for _ in range(n):
        datetime.datetime.fromisoformat("2024-01-02T03:04:05")


def datetime_strftime(n):
    for _ in range(n):
        MOMENT.strftime("%Y-%m-%d %H:%M")


def datetime_strptime(n):
    for _ in range(n):
        datetime.datetime.strptime("2024-01-02 03:04", "%Y-%m-%d %H:%M")


def datetime_now(n):
    for _ in range(n):
        datetime.datetime.now()


def datetime_timestamp(n):
    for _ in range(n):
        MOMENT.timestamp()


def date_difference(n):
    for _ in range(n):
        (NEXT_DAY - DAY).days


def timedelta_make(n):
    for _ in range(n):
        datetime.timedelta(days=1, hours=2)


def timedelta_seconds(n):
    for _ in range(n):
        HOUR.total_seconds()


def over(make):
    def loop(n):
        for _ in range(n):
            for _ in make():
                pass
    return loop


ITERATORS = {"chain": lambda: itertools.chain(range(100), range(100)), "product": lambda: itertools.product(range(14), repeat=2),
             "combinations": lambda: itertools.combinations(range(21), 2), "permutations": lambda: itertools.permutations(range(6), 3),
             "accumulate": lambda: itertools.accumulate(range(200)), "zip_longest": lambda: itertools.zip_longest(range(200), range(100)),
             "islice": lambda: itertools.islice(itertools.count(), 200), "takewhile": lambda: itertools.takewhile(lambda x: x < 200, itertools.count()),
             "groupby": lambda: itertools.groupby(range(200), lambda x: x // 10), "starmap": lambda: itertools.starmap(pow, PAIRS),
             "cycle": lambda: itertools.islice(itertools.cycle("abc"), 200), "pairwise": lambda: itertools.pairwise(range(200)),
             "tee": lambda: itertools.tee(range(200))[1], "compress": lambda: itertools.compress(range(200), [1, 0] * 100),
             "filterfalse": lambda: itertools.filterfalse(None, range(200)), "repeat": lambda: itertools.repeat(1, 200)}
LOOPS = []
for _name, _make in ITERATORS.items():
    LOOPS.append(over(_make))
    LOOPS[-1].__name__ = f"itertools_{_name}_200"


def pairwise_taken_apart_200(n):
    for _ in range(n):
        for a, b in itertools.pairwise(range(200)):
            pass


def statistics_fmean_1000(n):
    for _ in range(n):
        statistics.fmean(NUMBERS)


def statistics_stdev_1000(n):
    for _ in range(n):
        statistics.stdev(NUMBERS)


def math_fsum_1000(n):
    for _ in range(n):
        math.fsum(NUMBERS)


def math_prod_1000(n):
    for _ in range(n):
        math.prod(NUMBERS)


def math_gcd(n):
    for _ in range(n):
        math.gcd(123456, 7890)


def math_comb(n):
    for _ in range(n):
        math.comb(50, 20)


def math_isqrt_large(n):
    for _ in range(n):
        math.isqrt(1000000000000000000000000000000)


def fraction_add(n):
    for _ in range(n):
        found = THIRD + SEVENTH
    return found


def struct_pack(n):
    for _ in range(n):
        struct.pack("<IHd", 1, 2, 3.0)


def struct_unpack(n):
    for _ in range(n):
        struct.unpack("<IHd", RECORD)


def sha256_short(n):
    for _ in range(n):
        hashlib.sha256(b"hello world").hexdigest()


def sha256_5_kb(n):
    for _ in range(n):
        hashlib.sha256(b"hello" * 1000).digest()


def md5_5_kb(n):
    for _ in range(n):
        hashlib.md5(b"hello" * 1000).digest()


def base64_encode(n):
    for _ in range(n):
        base64.b64encode(b"hello worldhello worldhello world")


def base64_decode(n):
    for _ in range(n):
        base64.b64decode(ENCODED)


main([dataclass_init, dataclass_frozen_init, dataclass_equal, dataclass_less, dataclass_hash, dataclass_repr, named_tuple_fields,
      datetime_add, datetime_make, datetime_less, datetime_subtract, datetime_fields, datetime_isoformat, datetime_fromisoformat, datetime_strftime,
      datetime_strptime, datetime_now, datetime_timestamp, date_difference, timedelta_make, timedelta_seconds, *LOOPS, pairwise_taken_apart_200,
      statistics_fmean_1000, statistics_stdev_1000, math_fsum_1000, math_prod_1000, math_gcd, math_comb, math_isqrt_large, fraction_add,
      struct_pack, struct_unpack, sha256_short, sha256_5_kb, md5_5_kb, base64_encode, base64_decode])
