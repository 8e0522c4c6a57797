#!/usr/bin/env python3
"""Writes runtime/types/unicode_tables.cpp from the running CPython's own string methods and unicodedata.

Run with CPython 3.11 (Unicode 14): python3 tools/generate_unicode_tables.py > runtime/types/unicode_tables.cpp
What a character is and how its case maps is asked of str itself, so the runtime agrees with CPython by construction.
"""

import sys
import unicodedata

CATEGORIES = "Cn Cc Cf Co Cs Ll Lm Lo Lt Lu Mc Me Mn Nd Nl No Pc Pd Pe Pf Pi Po Ps Sc Sk Sm So Zl Zp Zs".split()
FLAGS = ("alpha", "decimal", "digit", "numeric", "lower", "upper", "title", "cased", "case_ignorable", "line_break",
         "identifier_start", "identifier_continue", "special_case")


def properties(ch):
    flags = set()
    for flag, test in (("alpha", ch.isalpha()), ("decimal", ch.isdecimal()), ("digit", ch.isdigit()), ("numeric", ch.isnumeric()),
                       ("lower", ch.islower()), ("upper", ch.isupper()), ("title", unicodedata.category(ch) == "Lt"), ("cased", (ch + "a").title()[-1] == "a"),
                       ("line_break", len((ch + "a").splitlines()) == 2), ("identifier_start", ch.isidentifier()),
                       ("identifier_continue", ("a" + ch).isidentifier())):
        if test:
            flags.add(flag)
    # A sigma is final unless a cased character follows, case-ignorable ones skipped.
    if ("A\u03a3" + ch).lower()[1] == "\u03c2" and ("A\u03a3" + ch + "A").lower()[1] == "\u03c3":
        flags.add("case_ignorable")
    return flags


def split(numbers, shift):
    """Cuts into blocks of 1 << shift numbers: for each its index among the different ones, and those one after the other."""
    blocks = {}
    index = [blocks.setdefault(tuple(numbers[i:i + (1 << shift)]), len(blocks)) for i in range(0, len(numbers), 1 << shift)]
    return index, [n for block in blocks for n in block]


# What is apart from the records (runtime/types/unicode.hpp says why): bits of printable characters, and the zeros of
# decimal digits, which the other nine follow.
def printable_tables():
    printable = [chr(code).isprintable() for code in range(sys.maxunicode + 1)]
    end = max(code for code in range(0xE0000) if printable[code]) + 1
    assert [code for code in range(end, len(printable)) if printable[code]] == list(range(0xE0100, 0xE01F0))
    low, high = 7, 3
    blocks, bits = split(printable[:end + -end % (1 << low + high)], low)
    groups, block_index = split(blocks, high)
    words = [sum(bit << i for i, bit in enumerate(bits[at:at + 32])) for at in range(0, len(bits), 32)]
    return end, groups, block_index, words


def decimal_zeros():
    digits = [chr(code) for code in range(128, sys.maxunicode + 1) if chr(code).isdecimal()]
    zeros = [ord(ch) for ch in digits if unicodedata.digit(ch) == 0]
    assert digits == [chr(zero + i) for zero in zeros for i in range(10)] and all(int(ch) == i % 10 for i, ch in enumerate(digits))
    return zeros


def generate(out):
    spaces = [code for code in range(128, sys.maxunicode + 1) if chr(code).isspace()]
    assert spaces == [0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000]   # as in unicode.hpp
    special, special_index = [], {}
    records, record_index = [], {}
    indices = []
    for code in range(sys.maxunicode + 1):
        ch = chr(code)
        flags = properties(ch)
        mappings = [ch.upper(), ch.lower(), ch.title(), ch.casefold()]
        values = []
        if any(len(m) != 1 for m in mappings):
            flags.add("special_case")
            for m in mappings:
                key = tuple(map(ord, m))
                if key not in special_index:
                    special_index[key] = len(special)
                    special.append(len(key))
                    special.extend(key)
                values.append(special_index[key])
        else:
            values = [ord(m) - code for m in mappings]
        bits = sum(1 << i for i, name in enumerate(FLAGS) if name in flags)
        digit = unicodedata.digit(ch, 255)
        record = (bits, CATEGORIES.index(unicodedata.category(ch)), digit, *values)
        if record not in record_index:
            record_index[record] = len(records)
            records.append(record)
        indices.append(record_index[record])

    # Most blocks are alike: two levels of blocks, of sizes that came out smallest.
    best = None
    for low in (3, 4, 5):
        blocks, records_of = split(indices, low)
        for high in (4, 5, 6):
            groups, blocks_of = split(blocks, high)
            size = 2 * (len(records_of) + len(blocks_of)) + len(groups) * (1 if max(groups) < 256 else 2)
            if best is None or size < best[0]:
                best = (size, low, high, groups, blocks_of, records_of)
    size, low, high, groups, blocks_of, records_of = best

    def array(kind, name, numbers):
        out.write(f"const {kind} {name}[{len(numbers)}] = {{\n")
        line = ""
        for n in numbers:
            if len(line) + len(str(n)) > 116:
                out.write(line + "\n")
                line = ""
            line += f"{n},"
        out.write(line + "\n};\n")

    out.write("// Generated by tools/generate_unicode_tables.py: character properties of Unicode "
              f"{unicodedata.unidata_version}. Do not edit.\n"
              '#include "runtime/types/unicode.hpp"\n\nnamespace py::unicode {\n')
    out.write(f"static_assert(block_shift == {low} && group_shift == {high});\n")
    out.write(f"const Record records[{len(records)}] = {{\n")
    for record in records:
        out.write("{" + ",".join(map(str, record)) + "},\n")
    out.write("};\n")
    assert max(special) < 65536
    array("uint16_t", "special_cases", special)
    array("uint8_t" if max(groups) < 256 else "uint16_t", "group_of", groups)
    array("uint16_t", "block_of", blocks_of)
    array("uint16_t", "record_of", records_of)
    end, printable_groups, printable_blocks, printable_bits = printable_tables()
    out.write(f"const uint32_t printable_end = {end};\n")
    array("uint8_t", "printable_group_of", printable_groups)
    array("uint8_t", "printable_block_of", printable_blocks)
    array("uint32_t", "printable_bits", printable_bits)
    array("uint32_t", "decimal_zeros", decimal_zeros())
    out.write("}  // namespace py::unicode\n")
    print(f"shifts {low} and {high}, {size} bytes, {len(records)} records, {len(special)} special, "
          f"max special {max(special)}", file=sys.stderr)


if __name__ == "__main__":
    generate(sys.stdout)
