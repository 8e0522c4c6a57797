# difflib: matching blocks, opcodes, ratios, close matches, unified, context and line-by-line diffs.
import difflib
from difflib import SequenceMatcher as S


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


for a, b in (("abcd", "bcde"), ("qabxcd", "abycdf"), ("", ""), ("abc", ""), ("", "abc"), ("private Thread", "private volatile Thread"), ("aaaa", "aa"), ("abxcd", "abcd"), ("kitten", "sitting"), ([1, 2, 3, 4], [2, 3, 5, 4]), ("a" * 250, "a" * 199 + "b" * 60)):
    s = S(None, a, b)
    print(s.get_matching_blocks(), s.get_opcodes(), s.ratio(), s.quick_ratio(), s.real_quick_ratio(), s.find_longest_match(0, len(a), 0, len(b)))
s = S(lambda c: c == " ", " abcd", "abcd abcd")
print(s.find_longest_match(0, 5, 0, 9), s.bjunk, s.find_longest_match(), list(s.get_grouped_opcodes(1)))
s.set_seq1("xx")
s.set_seqs("one", "two")
print(s.ratio(), S(None, "a" * 250, "a" * 250, autojunk=False).ratio(), S(None, "a" * 250, "b" + "a" * 250).bpopular)
words = ["ape", "apple", "peach", "puppy", "appeal", "application", "maple"]
for w, kw in (("appel", {}), ("wheel", {}), ("app", {"n": 1}), ("apple", {"cutoff": 0.9}), ("puppies", {"cutoff": 0.3, "n": 5}), ("x", {"n": 0}), ("x", {"cutoff": 2})):
    show(difflib.get_close_matches, w, words, **kw)
print()
old = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\neleven\ntwelve\n".splitlines(True)
new = "zero\none\ntwo\ntree\nfour\nfive\nsix\nseven\neight\nNine\nten\neleven\ntwelve\nextra\n".splitlines(True)
print("".join(difflib.unified_diff(old, new, "a.txt", "b.txt")))
print("".join(difflib.unified_diff(old, new, "a", "b", "2020", "2021", n=1)))
print("".join(difflib.context_diff(old, new, "a.txt", "b.txt", n=2)))
print("".join(difflib.ndiff(old, new)))
print(list(difflib.unified_diff(old, old)), list(difflib.unified_diff([], ["x"], lineterm="")), list(difflib.unified_diff(["x"], [], lineterm="")), list(difflib.context_diff(["a"], ["b"], lineterm="")))
d = list(difflib.ndiff("a\nlong line here\n\tb\nsame\n".splitlines(True), "a\nlong lime hare!\n\t b\nsame\nnew\n".splitlines(True)))
print("".join(d), "".join(difflib.restore(d, 1)) == "a\nlong line here\n\tb\nsame\n", "".join(difflib.restore(d, 2)))
show(lambda: list(difflib.restore(d, 3)))
show(lambda: list(difflib.unified_diff([b"a"], [b"b"])))
show(lambda: list(difflib.unified_diff(["a"], ["b"], b"x")))
print(list(difflib.diff_bytes(difflib.unified_diff, [b"a\xff"], [b"b"], b"f", b"g", lineterm=b"")), difflib.IS_LINE_JUNK("  # \n"), difflib.IS_LINE_JUNK("x"), difflib.IS_CHARACTER_JUNK("\t"), difflib.Match(1, 2, 3))
text1 = "The quick brown fox jumps over the lazy dog.".split()
text2 = "The quick red fox jumped over the very lazy dog.".split()
for tag, i1, i2, j1, j2 in S(None, text1, text2).get_opcodes():
    print(tag, text1[i1:i2], text2[j1:j2])
print(list(difflib.Differ().compare(["ab\n", "cd\n"], ["ab\n", "ce\n", "x\n"])))
