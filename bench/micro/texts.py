"""Strings, bytes, numbers as text, files and JSON."""
import io
import json
import os
import struct
import tempfile

from timing import main

TEXT = "the quick brown fox jumps over the lazy dog and runs away from the cat"
WORDS = TEXT.split()
CSV = "12,name of it,3.5,4,five"
DATA = bytes(range(256))
DOCUMENT = {"name": "thing", "sizes": [1, 2, 3, 4.5], "tags": {"a": True, "b": None, "c": "text \u00e9"}, "list": [{"id": i} for i in range(10)]}
ENCODED = json.dumps(DOCUMENT)


def str_concat(n):
    name = "name"
    for _ in range(n):
        found = name + ": " + TEXT
    return found


def str_append_loop(n):
    for _ in range(n):
        found = ""
        for word in WORDS:
            found += word
    return found


def str_join(n):
    for _ in range(n):
        found = " ".join(WORDS)
    return found


def str_join_generator(n):
    for _ in range(n):
        found = ",".join(str(i) for i in range(20))
    return found


def str_split(n):
    for _ in range(n):
        found = TEXT.split()
    return found


def str_split_comma(n):
    for _ in range(n):
        found = CSV.split(",")
    return found


def str_splitlines(n):
    text = "\n".join(WORDS)
    for _ in range(n):
        found = text.splitlines()
    return found


def str_replace(n):
    for _ in range(n):
        found = TEXT.replace("the", "a")
    return found


def str_find(n):
    for _ in range(n):
        found = TEXT.find("away")
        found = TEXT.find("z")
        found = TEXT.find("none")
    return found


def str_contains(n):
    total = 0
    for _ in range(n):
        if "lazy" in TEXT:
            total += 1
        if "q" in TEXT:
            total += 1
    return total


def str_index_read(n):
    total = 0
    for _ in range(n):
        for i in range(50):
            if TEXT[i] == "o":
                total += 1
    return total


def str_iterate(n):
    total = 0
    for _ in range(n):
        for c in TEXT:
            if c == "o":
                total += 1
    return total


def str_slice(n):
    for _ in range(n):
        found = TEXT[4:9]
        found = TEXT[10:]
    return found


def str_strip(n):
    padded = "  some text \n"
    for _ in range(n):
        found = padded.strip()
    return found


def str_startswith(n):
    total = 0
    for _ in range(n):
        if TEXT.startswith("the"):
            total += 1
        if TEXT.endswith("dog"):
            total += 1
    return total


def str_upper_lower(n):
    for _ in range(n):
        found = TEXT.upper()
        found = found.lower()
    return found


def str_predicates(n):
    total = 0
    for _ in range(n):
        for c in "a1 B":
            if c.isdigit():
                total += 1
            elif c.isalpha():
                total += 2
            elif c.isspace():
                total += 3
    return total


def str_equal(n):
    one, two, total = "some words of text", "some words of tExt", 0
    for _ in range(n):
        if one == two:
            total += 1
        if one < two:
            total += 1
    return total


def str_hash_new(n):
    for i in range(n):
        found = hash(TEXT + "x")
    return found


def str_repeat(n):
    for _ in range(n):
        found = "ab" * 20
    return found


def str_count(n):
    for _ in range(n):
        found = TEXT.count("o")
    return found


def str_translate(n):
    table = str.maketrans("abc", "xyz")
    for _ in range(n):
        found = TEXT.translate(table)
    return found


def str_ord_chr(n):
    total = 0
    for i in range(n):
        total += ord(chr(97 + (i & 15)))
    return total


def str_encode_decode(n):
    for _ in range(n):
        found = TEXT.encode().decode()
    return found


def str_partition(n):
    for _ in range(n):
        found = "key=value".partition("=")
    return found


def str_zfill_ljust(n):
    for _ in range(n):
        found = "42".zfill(8) + "x".ljust(8)
    return found


def fstring_simple(n):
    name = "name"
    for i in range(n):
        found = f"{name}: {i}"
    return found


def fstring_spec(n):
    for i in range(n):
        found = f"{i:5d} {i / 3:.2f} {i:x}"
    return found


def fstring_repr(n):
    name = "name"
    for i in range(n):
        found = f"{name!r} {name:>10}"
    return found


def format_percent(n):
    for i in range(n):
        found = "%s: %d (%5.2f)" % ("name", i, 2.5)
    return found


def format_method(n):
    for i in range(n):
        found = "{}: {:>4} {name}".format("a", i, name="x")
    return found


def int_to_str(n):
    for i in range(n):
        found = str(i)
    return found


def str_to_int(n):
    total = 0
    for i in range(n):
        total += int("12345")
    return total


def float_to_str(n):
    for i in range(n):
        found = str(i * 0.37)
    return found


def str_to_float(n):
    total = 0.0
    for _ in range(n):
        total += float("3.14159")
    return total


def repr_list(n):
    numbers = list(range(20))
    for _ in range(n):
        found = repr(numbers)
    return found


def bytes_index(n):
    total = 0
    for _ in range(n):
        for i in range(100):
            total += DATA[i]
    return total


def bytes_iterate(n):
    total = 0
    for _ in range(n):
        for byte in DATA:
            total += byte
    return total


def bytes_slice(n):
    for _ in range(n):
        found = DATA[10:50]
    return found


def bytearray_write(n):
    data = bytearray(100)
    for _ in range(n):
        for i in range(100):
            data[i] = i
    return data


def bytearray_append(n):
    for _ in range(n):
        data = bytearray()
        for i in range(50):
            data.append(i)
    return data


def bytes_join(n):
    parts = [b"abc", b"def", b"ghi"]
    for _ in range(n):
        found = b"".join(parts)
    return found


def bytes_from_list(n):
    numbers = list(range(100))
    for _ in range(n):
        found = bytes(numbers)
    return found


def struct_pack_unpack(n):
    for i in range(n):
        found = struct.unpack("<IHb", struct.pack("<IHb", i & 0xffff, 2, 3))
    return found


def json_dumps(n):
    for _ in range(n):
        found = json.dumps(DOCUMENT)
    return found


def json_loads(n):
    for _ in range(n):
        found = json.loads(ENCODED)
    return found


def file_lines(n):
    with tempfile.TemporaryDirectory() as folder:
        name = os.path.join(folder, "lines")
        with open(name, "w") as file:
            for _ in range(1000):
                file.write(TEXT + "\n")
        total = 0
        for _ in range(n):
            with open(name) as file:
                for line in file:
                    total += len(line)
    return total


def file_write_lines(n):
    with tempfile.TemporaryDirectory() as folder:
        name = os.path.join(folder, "lines")
        for _ in range(n):
            with open(name, "w") as file:
                for i in range(100):
                    file.write(TEXT)
                    file.write("\n")


def print_lines(n):
    out = io.StringIO()
    for i in range(n):
        print("line", i, file=out)
    return out


def print_to_file(n):
    with open(os.devnull, "w") as out:
        for i in range(n):
            print("line", i, file=out)


def string_io_write(n):
    out = io.StringIO()
    for _ in range(n):
        out.write("text")
    return out.getvalue()


if __name__ == "__main__":
    main([str_concat, str_append_loop, str_join, str_join_generator, str_split, str_split_comma, str_splitlines, str_replace,
          str_find, str_contains, str_index_read, str_iterate, str_slice, str_strip, str_startswith, str_upper_lower,
          str_predicates, str_equal, str_hash_new, str_repeat, str_count, str_translate, str_ord_chr, str_encode_decode,
          str_partition, str_zfill_ljust, fstring_simple, fstring_spec, fstring_repr, format_percent, format_method, int_to_str,
          str_to_int, float_to_str, str_to_float, repr_list, bytes_index, bytes_iterate, bytes_slice, bytearray_write,
          bytearray_append, bytes_join, bytes_from_list, struct_pack_unpack, json_dumps, json_loads, file_lines,
          file_write_lines, print_lines, print_to_file, string_io_write])
