# The functions of re, replacements, flags, what objects print as, and the messages of patterns that are none.
import copy
import re

print(re.sub("a", "b", "banana", count=2), re.sub("(?P<x>a)(n)", r"\2\g<x>[\g<1>\g<0>]", "banana"), re.sub("x*", "-", "abxd"))
print(re.sub("a", lambda m: m.group().upper() + str(m.start()), "banana"), re.subn("z", "", "banana"), re.sub("(a)|b", r"[\1]", "ab"))
print(re.sub("a", r"\n\\\t\x".replace(r"\x", ""), "a"), re.sub("a", r"\.", "a"), re.sub("(a)", r"\101\0", "a"))
print(re.split("[,;] *", "a, b;c,,d"), re.split("(,)", "a,b,c", maxsplit=1), re.split("x*", "axbc"), re.split(",", ""))
print(re.escape("a.b*c [x] -#&~ é\n"), re.escape(b"a.b"), re.findall(r"(\w)(\d)?", "a1b"))
print(repr(re.I), re.I | re.M, re.NOFLAG, repr(re.RegexFlag(512)), re.compile("a", re.I | re.X), re.compile("a" * 300))
print(re.compile("a") == re.compile("a"), re.compile("a") == re.compile("a", re.I), re.compile("a") == re.compile(b"a"), hash(re.compile("a")) == hash(re.compile("a")))
print(copy.copy(re.compile("a")), re.compile(re.compile("b")), re.match("(a)(b)?", "a")[1], re.match("(a)(b)?", "a").groups("-"))
m = re.match("(?P<first>a)(b)?", "abc")
print(m, m["first"], m.start("first"), m.end(2), m.span(), m.string, m.pos, m.endpos, m.re.pattern, m.expand(r"\2-\g<first>"), m.group(0, "first", 2))
print(re.match("(?s).*", "x" * 80), re.fullmatch("a|ab", "ab"), isinstance(m, re.Match), type(m), type(m.re), re.error)
PATTERNS = ["(", ")", "a)", "[", "[a", "*", "a**", "a{2}{3}", "(?", "(?P", "(?Px", "(?P<", "(?P<>a)", "(?P<1>a)", "(?P<a>x)(?P<a>y)", "(?P=a)", r"\1", r"(a\1)",
            "[b-a]", r"[\w-a]", "\\", r"\q", r"\x1", r"\u12", "(?<a)", "(?<=a+)b", "(?z)", "a(?i)", "(?i-", "(?-i)", "(?i", "(?i-i:a)", "(?(1)a)", "(?(a)b)", "(?(1)a|b|c)(a)",
            "a{3,2}", "(?#a", "x\n(", "(?:a", "(?=a", "|*", "^*", r"\400", r"[\400]", "(?La)", "(?<", "(?P<a", "(?P=a", r"(?P<a!>b)", "(?(0)a)"]
for pattern in PATTERNS:
    try:
        print(repr(pattern), "is", re.compile(pattern).pattern)
    except re.error as e:
        print(repr(pattern), "->", e, (e.msg, e.pos, e.lineno, e.colno))
for call in (lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: re.match("a", 1), lambda: re.compile(1), lambda: m.group(5), lambda: m["no"],
             lambda: re.sub("a", r"\2", "a"), lambda: re.sub("a", r"\g<x>", "a"), lambda: re.sub("a", r"\g<1", "a"), lambda: re.sub("a", r"\q", "a"), lambda: re.sub("a", "\\", "a"),
             lambda: re.compile(b"a", re.U), lambda: re.compile("a", re.A | re.U), lambda: re.compile("a", re.L), lambda: re.compile(re.compile("a"), re.I)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
