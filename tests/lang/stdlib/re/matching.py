# Every kind of piece a pattern can have, over texts that make it backtrack.
import re

CASES = [
    ("abc", "xabcabc"), ("a*b", "aaab b ab"), ("(a|ab)(c|bcd)(d*)", "abcd"), ("a{2,3}", "aaaaaaa"), ("a{2,}?", "aaaa"), ("a{,2}", "aaaa"),
    ("a{x}", "a{x}"), ("(?:ab)+", "ababxab"), ("(a+)+b", "aaab"), ("(a*)*", "aab"), ("(a*)+", "baa"), ("(?:a|b)*?c", "ababc"),
    ("x*", "axxb"), ("", "ab"), ("^a", "a\na"), ("(?m)^a", "a\na"), ("a$", "a\na\n"), ("(?m)a$", "a\na\n"), (r"\Aa\Z", "a"),
    (r"\bfoo\b", "foo foobar barfoo foo"), (r"\Bo", "foo o"), (r"\d+", "a12b345 \u0663"), (r"(?a)\d+", "12 \u0663"), (r"\w+", "h\xe9llo w_1"),
    (r"\W+", "a, b; c"), (r"\s+", "a \t\nb"), (r"\S+", " ab  c "), (r"\D+", "12ab34"), ("[a-c]+", "xabcdcba"), ("[^a-c]+", "abxyc"),
    ("[]a]+", "a]b"), (r"[\]\-x]+", "x-]"), ("[a-]+", "a-b"), (r"[\d.]+", "v1.25 x"), ("(?i)straSSe", "STRASSE"), ("(?i)[a-f]+", "ABcxF"),
    ("(?i)É", "é"), (".+", "a\nb"), ("(?s).+", "a\nb"), (r"(\w+) \1", "the the cat"), (r"(?P<q>['\"]).*?(?P=q)", "say 'hi \"x\" ' and \"y\""),
    (r"(?i)(a)\1", "aA"), ("foo(?=bar)", "foobaz foobar"), ("foo(?!bar)", "foobar foobaz"), ("(?<=a)b", "b ab"), ("(?<!a)b", "ab cb"),
    ("(?<=(a))b", "ab"), ("(?>a+)ab", "aaab"), ("(?>a+)b", "aaab"), ("a++a", "aaa"), ("a*+b", "aab"), ("(?:ab)?+ab", "ab"), ("(a)?(?(1)b|c)", "ab c"),
    ("(?P<x>a)?(?(x)b|c)", "abc"), (r"\x41\u0042\103\n", "ABC\n"), (r"a\.b", "a.b axb"), ("(?x) a  b # comment\n c", "abc"), ("(?x:a b)c d", "abc d"),
    ("(?i:a)b", "Ab AB"), ("(?-i:a)b", "ab"), ("a|b|", "cab"), ("(a)|(b)", "ab"), ("((a)|b)*", "ab"), ("(?#note)a", "a"), ("a(?#note)+", "aa"),
    (r"(\d{1,3}\.){3}\d{1,3}", "at 127.0.0.1!"), (r"([a-z]+)@([a-z]+)\.com", "me@here.com, you@there.com"), ("(a{2}){2}", "aaaaa"),
    ("(?:(a)|b)+", "ab"), ("(?=(a+))a*b\\1", "baaabac"), ("(|a)+", "aaa"), ("(a|)+", "aaa"), ("(?:a?)*?y", "aaay"), ("(?:a??)*y", "aay"),
]
for pattern, text in CASES:
    try:
        p = re.compile(pattern)
    except re.error as e:
        print(pattern, "error", e)
        continue
    print(repr(pattern), p.groups, dict(p.groupindex), int(p.flags))
    print("  all", p.findall(text), [m.span() for m in p.finditer(text)], p.split(text), p.subn("<>", text))
    for find in (p.match, p.search, p.fullmatch):
        m = find(text)
        print("  ", m and (m, m.groups(), m.regs, m.lastindex, m.lastgroup, m.groupdict()))

p = re.compile("b+")
print(p.match("abb", 1), p.search("abbb", 0, 3), p.match("abb", 5), p.search("aabb", -3), p.fullmatch("abba", 1, 3))
print(re.compile("^b").search("ab", 1), re.compile(r"\bb").search("ab", 1), re.compile("b$").search("abc", 0, 2))
print(re.findall(b"[a-z]+", b"ab 12 \xe9cd"), re.sub(b"(a)", rb"<\1>", b"banana"), re.compile(b"a"), re.search(b"n.", bytearray(b"xna")))
long = "ab" * 3000
print(len(re.match("(?:ab)*", long).group()), len(re.match("(?:a|b)*", long).group()), re.match("(a|b)*?c", long))
