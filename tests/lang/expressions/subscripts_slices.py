# Subscripts and slices: every form on built-ins and own classes, assignment and deletion, indices objects, errors.
class Show:
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
    def __class_getitem__(cls, k): return ("class", k)


s = Show()
a, b, c = 1, 2, 3
print(s[a], s[a:b], s[a:b:c], s[:], s[::], s[a:], s[:b], s[::c], s[a:b, c], s[..., a], s[a, ], s[()], s[a:b, ::c, ...], s[*"xy"], s[a, *[b], c], s[None:None:None], s[-a:~b], s[lambda: 0].__name__, s[a if b else c], s[(a, b)], s[[a]], s[{1: 2}], s["k"], s[1.5], s[(x := 5):x])
s[a:b] = s[c] = "v"
s[1, ...] = 0
s[*[1, 2]] = 3
del s[a], s[a:b, c], s[::2]
s[0] += 1
print(Show[int], Show[int, str], Show[1:2], Show[...])
l = list(range(10))
print(l[2:5], l[-3:], l[:-3], l[::3], l[::-1], l[5:2], l[5:2:-1], l[-1:-4:-1], l[100:], l[:100], l[-100:3], l[3:3], l[True], l[False:True], l[None:2])
l[2:4] = []
print(l)
l[1:1] = "ab"
print(l)
l[::2] = range(5)
print(l)
l[-2:] = [99]
l[len(l):] = [100]
print(l)
del l[::2], l[0]
print(l)
l[:] = l[::-1]
print(l)
t, st, by, r = (1, 2, 3, 4), "héllo", b"bytes", range(0, 20, 2)
print(t[1:], t[::-2], st[1], st[-2:], st[::2], by[0], by[1:3], by[::-1], r[2], r[1:4], r[::-1], r[-1], r[10:], st[5:], t[4:])
ba = bytearray(b"abcdef")
ba[1:3] = b"XYZ"
ba[0] = 65
del ba[-1]
print(ba, ba[::2])


class Index:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v


print(l[Index(0)], st[Index(1):Index(3)], t[:Index(-1)], list(range(5))[Index(1)::Index(2)])
sl = slice(1, 10, 3)
print(sl, sl.start, sl.stop, sl.step, sl.indices(5), slice(None).indices(3), slice(-1, None, -1).indices(4), slice(5), sl == slice(1, 10, 3), l[sl], repr(slice("a", None)), slice(1, 2) < slice(1, 3))
for f in (lambda: l["a"], lambda: l[1.0], lambda: l[99], lambda: l[-99], lambda: t[4], lambda: st[9], lambda: by[9], lambda: r[10], lambda: l[::0], lambda: st["a":], lambda: t[1:"b"], lambda: hash(slice(1)), lambda: l[1, 2], lambda: st[None], lambda: {}[1:2], lambda: {}[[]], lambda: slice(), lambda: slice(1, 2, 3, 4), lambda: l[10 ** 30], lambda: l[10 ** 30:], lambda: (1)[0], lambda: by["x"], lambda: slice(1, 2, 0).indices(3), lambda: slice(1).indices(-1), lambda: l.__setitem__(slice(0, 4, 2), [1]), lambda: l.__setitem__(slice(0, 1), 5), lambda: ba.__setitem__(0, 300), lambda: ba.__setitem__(0, "x"), lambda: t.__setitem__(0, 1), lambda: l.__delitem__(50), lambda: set()[0]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
m = [[0] * 3 for _ in range(2)]
m[0][1], m[1][2] = m[1][2] + 1, 7
m[0][1:] = m[1][1:]
print(m, m[-1][-1], [row[::-1] for row in m], m[0:1][0][0])
d = {(1, 2): "tuple", "k": {"n": [10, 20, {"z": "deep"}]}, None: 0, (): 1, 1: "one"}
print(d[1, 2], d["k"]["n"][2]["z"][::-1], d[None], d[()], d[True], d[1.0])
d["k"]["n"][0] += 5
d["k"]["new"] = d["k"]["n"][:2]
del d["k"]["n"][1:]
print(d["k"])
print("abc"[1:][0], (lambda: [1, 2, 3])()[1], [1, 2, 3][1:][::-1], {"a": 1}["a"], "%s"[0], f"{l}"[1:3], [*"xyz"][-1], (1, 2, 3)[-2:][0], "abcdef"[1:5][1:3][1])
