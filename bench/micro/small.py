"""Small containers and short texts, which most programs handle most of the time."""
from timing import main

SMALL = {1, 2, 3}
OTHER = {3, 4, 5}
FROZEN = frozenset(SMALL)
WORDS = {"alpha", "beta", "gamma"}
TEXT = "the quick brown fox jumps over the lazy dog"
TABLE = {"a": 1, "b": 2, "c": 3}
FLOATS = [1.5, 2.5, 3.5] * 10
TEXTS = ["a", "b", "c"] * 10


def set_or_one(n):
    for i in range(n):
        found = SMALL | {i}
    return found


def set_display(n):
    for i in range(n):
        found = {i, 5, 7}
    return found


def set_and_small(n):
    for i in range(n):
        found = SMALL & OTHER
    return found


def set_sub_small(n):
    for i in range(n):
        found = SMALL - OTHER
    return found


def set_xor_small(n):
    for i in range(n):
        found = SMALL ^ OTHER
    return found


def set_le(n):
    total = 0
    for i in range(n):
        if SMALL <= OTHER:
            total += 1
        if SMALL == FROZEN:
            total += 1
    return total


def frozenset_or(n):
    for i in range(n):
        found = FROZEN | {i}
    return found


def set_ctor(n):
    for i in range(n):
        found = set()
        found.add(i)
        found.add(2)
    return found


def set_in_words(n):
    total = 0
    for i in range(n):
        if "beta" in WORDS:
            total += 1
        if "x" in WORDS:
            total += 1
    return total


def set_discard_add(n):
    s = set()
    for i in range(n):
        s.add(5)
        s.discard(5)
    return s


def set_loop_small(n):
    total = 0
    for i in range(n):
        for x in SMALL:
            total += x
    return total


def set_comp(n):
    for i in range(n):
        found = {x + 1 for x in SMALL}
    return found


def set_copy(n):
    for i in range(n):
        found = SMALL.copy()
    return found


def dict_copy_method(n):
    for i in range(n):
        found = TABLE.copy()
    return found


def dict_or(n):
    for i in range(n):
        found = TABLE | {"d": i}
    return found


def dict_star(n):
    for i in range(n):
        found = {**TABLE, "d": i}
    return found


def dict_items_loop(n):
    total = 0
    for i in range(n):
        for k, v in TABLE.items():
            total += v
    return total


def dict_empty(n):
    for i in range(n):
        found = {}
        found["a"] = i
    return found


def dict_keys_list(n):
    for i in range(n):
        found = list(TABLE)
        other = list(TABLE.values())
    return found, other


def dict_get_default(n):
    for i in range(n):
        found = TABLE.get("zz", 0)
    return found


def encode_utf8(n):
    for i in range(n):
        found = TEXT.encode("utf-8").decode("utf-8")
    return found


def list_copy_floats(n):
    for i in range(n):
        found = FLOATS[:]
    return found


def list_copy_texts(n):
    for i in range(n):
        found = TEXTS[:]
    return found


def list_of_tuple(n):
    t = (1, 2, 3)
    for i in range(n):
        found = list(t)
    return found


def tuple_of_list(n):
    l = [1, 2, 3]
    for i in range(n):
        found = tuple(l)
    return found


def list_ctor(n):
    for i in range(n):
        found = list()
        found.append(i)
    return found


def list_enumerate(n):
    for i in range(n):
        found = list(enumerate(TEXTS))
    return found


def list_concat_small(n):
    for i in range(n):
        found = [i] + [1, 2]
    return found


def list_eq_small(n):
    a, b, total = [1, "x", 2.5], [1, "x", 2.5], 0
    for i in range(n):
        if a == b:
            total += 1
    return total


def list_pop_append(n):
    found = [1, 2]
    for i in range(n):
        found.append(i)
        found.pop()
    return found


def list_star(n):
    a = [1, 2, 3]
    for i in range(n):
        found = [*a, i]
    return found


def list_in_small(n):
    total = 0
    for i in range(n):
        if i in [1, 2, 3]:
            total += 1
    return total


def slice_text(n):
    for i in range(n):
        found = TEXT[4:9]
        other = TEXT[:3]
    return found, other


def text_eq_find(n):
    total = 0
    for i in range(n):
        if TEXT.find("fox") > 0:
            total += 1
    return total


def text_lower(n):
    for i in range(n):
        found = "Hello World".lower()
    return found


def text_strip(n):
    for i in range(n):
        found = "  ab  ".strip()
    return found


def text_join3(n):
    a, b = "abc", "def"
    for i in range(n):
        found = "-".join([a, b, "x"])
    return found


def text_join_tuple(n):
    a, b = "abc", "def"
    for i in range(n):
        found = ",".join((a, b))
    return found


def text_replace1(n):
    for i in range(n):
        found = "a-b-c".replace("-", "_")
    return found


def text_startswith(n):
    total = 0
    for i in range(n):
        if TEXT.startswith(("the", "fox")):
            total += 1
    return total


def text_split_colon(n):
    for i in range(n):
        a, b = "key: value".split(": ")
    return a, b


def text_isdigit(n):
    total = 0
    for i in range(n):
        if "12345".isdigit():
            total += 1
    return total


def text_percent_s(n):
    for i in range(n):
        found = "%s=%s" % ("a", i)
    return found


def text_percent_one(n):
    for i in range(n):
        found = "value %d" % i
    return found


def text_percent_float(n):
    for i in range(n):
        found = "%.3f" % 2.71828
    return found


def text_format2(n):
    for i in range(n):
        found = "{} {}".format(i, "a")
    return found


def fstring_float(n):
    for i in range(n):
        found = f"{2.71828:.2f}"
    return found


def fstring_width(n):
    for i in range(n):
        found = f"{i:>6}|{i:06d}"
    return found


def str_float(n):
    for i in range(n):
        found = str(2.5)
    return found


def repr_str(n):
    for i in range(n):
        found = repr("some text")
    return found


def repr_tuple(n):
    for i in range(n):
        found = repr((1, "a", 2.5))
    return found


def bytes_concat(n):
    a = b"abc"
    for i in range(n):
        found = a + b"def"
    return found


def bytes_find_split(n):
    for i in range(n):
        found = b"a,b,c".split(b",")
    return found


def bytearray_sieve(n):
    for i in range(n):
        s = bytearray(100)
        for k in range(0, 100, 3):
            s[k] = 1
    return s


def tuple_slice(n):
    t = (1, 2, 3, 4, 5)
    for i in range(n):
        found = t[1:3]
    return found


def tuple_in(n):
    count = 0
    for i in range(n):
        if i in (1, 2, 3):
            count += 1
    return count


def nested_list(n):
    for i in range(n):
        found = [[0] * 3 for _ in range(3)]
    return found


def sorted_small(n):
    for i in range(n):
        found = sorted([3, 1, 2])
    return found


def sum_small(n):
    for i in range(n):
        found = sum([1, 2, 3])
    return found


def reversed_list(n):
    for i in range(n):
        found = list(reversed(TEXTS))
    return found


def del_slice(n):
    for i in range(n):
        found = [1, 2, 3, 4]
        del found[1:3]
    return found


def chr_join(n):
    for i in range(n):
        found = "".join([chr(97 + k) for k in range(10)])
    return found


if __name__ == "__main__":
    main([set_or_one, set_display, set_and_small, set_sub_small, set_xor_small, set_le, frozenset_or, set_ctor, set_in_words,
          set_discard_add, set_loop_small, set_comp, set_copy, dict_copy_method, dict_or, dict_star, dict_items_loop,
          dict_empty, dict_keys_list, dict_get_default, encode_utf8, list_copy_floats, list_copy_texts, list_of_tuple,
          tuple_of_list, list_ctor, list_enumerate, list_concat_small, list_eq_small, list_pop_append, list_star,
          list_in_small, slice_text, text_eq_find, text_lower, text_strip, text_join3, text_join_tuple, text_replace1,
          text_startswith, text_split_colon, text_isdigit, text_percent_s, text_percent_one, text_percent_float, text_format2,
          fstring_float, fstring_width, str_float, repr_str, repr_tuple, bytes_concat, bytes_find_split, bytearray_sieve,
          tuple_slice, tuple_in, nested_list, sorted_small, sum_small, reversed_list, del_slice, chr_join])
