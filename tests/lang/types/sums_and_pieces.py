# Sums of runs of numbers, splitting and searching for one character, repeated texts.
print(sum([1,2,3]), sum([1,2.5,3]), sum([2**62-1]*5), sum([2**62-1, 1, 2.5, 2**70, True, 3]), sum([0.1]*10), sum([0.5, 1, 2, 0.25, True]), sum([1]*3, 0.5), sum([True, False, True]), sum([]), sum((1,2,3)), sum(x for x in [1,2,3.5]), sum([[1],[2]], []), sum([-2**61]*8), sum([1e308]*3), sum([-(2**62)]*3), sum([1,2,3], 2**62))
class L(list): pass
print(sum(L([1, 2, 3])), sum({1: 2, 3: 4}))
for s in ["a,b,,c,", "", ",", "abc", "a,b,c,d,e,f,g,h,i,j", "12345678,12345678,", ",,,,,,,,,,,,,,,,,,", "x" * 100 + ",y"]:
    print([s.split(",", m) for m in (-1, 0, 1, 2, 3, 100)], [s.rsplit(",", m) for m in (-1, 1)], s.split("\x00"), (s + "\x00").split("\x00"))
    print([s.find(c) for c in "a,bcx\x00\u00ff\u20ac"], [s.find("c", k) for k in range(12)], ("\u00ff" + s).find("\u00ff"), (s + "\u00ff").find("\u00ff"), [(s + "\u00ff").split(c) for c in "a\u00ff"], [s.partition(c) for c in ",cx"])
for n in range(0, 12):
    for k in (1, 2, 3, 5, 40, 300): print(("abcdefghijklmno"[:n] * k), hash("\u20ac\u20acx"[:n] * k), end=" ")
    print(("\u00e9ab"[:n % 4] * 90) == "".join(["\u00e9ab"[:n % 4]] * 90), "\U0001f600a"[:n % 3] * 9)
try:
    [][1]
except IndexError as e:
    print(e, repr(e))
