"""Patterns, matches and scanners as objects: attributes, groups by number and name, equality, copies, what they refuse."""
import copy
import re

date = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?", re.M)
print(date, date.pattern, date.flags, date.groups, dict(date.groupindex), type(date.groupindex).__name__, type(date))
print(date == re.compile(date.pattern, re.M), date == re.compile(date.pattern), hash(date) == hash(re.compile(date.pattern, re.M)), date != 3)
print(copy.copy(date) is date, copy.deepcopy(date) is date, re.Pattern[str], re.Match[bytes])
found = date.search("on 2024-11 or 2024-12-05")
print(found, found.group(), found.group(1, "month", 3), found["year"], found[2], found["day"], found.groupdict(), found.groupdict("?"))
print(found.span(), found.span("month"), found.start(3), found.end("day"), found.lastindex, found.lastgroup, found.regs, found.re is date, found.string)
print(found.groups(), found.groups(default=""), found.groups(7), bool(found), copy.copy(found) is found, found.expand(r"\2/\g<year>\g<3>."))
for wrong in (4, -1, "hour", 1.5, None, 10**30, True, b"x"):
    try:
        print(wrong, found.group(wrong))
    except IndexError as error:
        print(wrong, "IndexError", error)
for attribute in ("pattern", "flags"):
    try:
        setattr(date, attribute, 1)
    except AttributeError:
        print("cannot be set")
for act in (lambda: date.match(b"2024"), lambda: re.compile(b"a").match("a"), lambda: date.match(5), lambda: date.match(None),
            lambda: re.Pattern(), lambda: re.Match(), lambda: date.match(), lambda: date.match("a", 1, 2, 3), lambda: date.sub("x"),
            lambda: date.sub(lambda m: 5, "2024-11"), lambda: date.match("a", "b"), lambda: date.split("a", maxsplit=None),
            lambda: re.compile(date, re.I), lambda: re.compile(5), lambda: date.sub(5, "2024-11"), lambda: date.sub(b"x", "2024-11")):
    try:
        print(act())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(date.match("x2024-11", 1), date.match("x2024-11", pos=1, endpos=8).endpos, date.fullmatch("2024-112", endpos=7), date.search("2024-11", 5), date.search("2024-11", 3, -5),
      date.search("2024-11", -10, 100).pos, date.findall("2024-01 2024-02", 5))
scanner = date.scanner("2024-01 2024-02-03")
print(scanner.match(), scanner.match(), scanner.search(), date.scanner("x 2024-01").search(), scanner.pattern is date)
print([m.group() for m in date.finditer("2024-01 2024-02")], type(date.finditer("")).__name__)
words = re.compile(rb"(\w+)|(\W)")
for text in (b"ab, c", bytearray(b"ab, c"), memoryview(b"ab, c")):
    print(words.findall(text), words.split(text), words.sub(b"-", text), words.match(text).group(1), words.match(text).string is text)
data = bytearray(b"abc")
match = re.match(b"abc", data)
del data[1:]
print(match.group(), match.span())
print(re.sub("a", "b", "xyz"), re.subn("(a)|b", r"[\1]", "abab", count=3), re.sub("b*", "-", "abc"), re.split("x*", "axbc"), re.split("(,)|;", "a,b;c", 1))
print(re.sub("a", r"\\n\n\t", "a"), re.sub("(?P<q>a)", r"\g<q>\g<1>\1\g<0>", "ba"), re.sub("a", lambda m: None or "", "banana"))
scan = re.Scanner([(r"[a-z]+", lambda scanner, text: (text, scanner.match.span())), (r"\d+", lambda scanner, text: int(text)), (r"\s+", None), (r"[+*]", "op")])
print(scan.scan("ab 12 + cd * 7 ? rest"), scan.scan(""), len(scan.lexicon))
print(repr(re.compile("a" * 300))[-20:], repr(re.match("a*", "a" * 100)))
print(re.search(r"(?<=a$)b", "ab"), re.search(r"(?<!a)b", "ab"), re.search(r"(?i)straße|ſ", "S"), re.search("[a-z]+", "ÀſK", re.I), re.findall("(?i)é|[ж-я]", "ÉЖа"))
print(len(re.findall("(?:a|b)*", "ab" * 20000)[0]), re.match("(a|b)*?c", "ab" * 5000 + "c").end(), re.search("(?:x+x+)+y", "x" * 20))
