# Augmented assignment on names, attributes, items, slices, cells and globals: evaluated once, in place where possible.
log = []


class Box:
    def __init__(self, v=0): self.__dict__["v"] = v
    def __getattr__(self, n): log.append("get " + n); return 10
    def __setattr__(self, n, v): log.append(f"set {n}={v}")
    def __getitem__(self, k): log.append(f"getitem {k}"); return 20
    def __setitem__(self, k, v): log.append(f"setitem {k}={v}")


def key(k): log.append(f"key {k}"); return k
def obj(): log.append("obj"); return box


box = Box()
obj().attr += key(1)
obj()[key("k")] -= key(2)
obj()[key(1):key(2)] *= key(3)
obj()[key(0), ...] //= 3
obj().x @= type("M", (), {"__rmatmul__": lambda s, o: f"rmm {o}"})()
print(log)
x = 7
x += 1; x -= 2; x *= 3; x //= 2; x %= 5; x **= 3; x <<= 4; x >>= 1; x |= 1; x &= 0xFF; x ^= 3; x /= 2
print(x)
a = b = [1]
a += (2,)
a += "xy"
a *= 2
print(b, a is b)
t = u = (1,)
t += (2,)
print(t, u)
s = {1, 2, 3}
s2 = s
s |= {4}
s &= {1, 2, 4}
s -= {1}
s ^= {9}
print(s, s2 is s)
d = d2 = {"a": 1}
d |= {"b": 2}
d |= [("c", 3)]
print(d, d2 is d)
st = "ab"
st += "c"
st *= 2
print(st)
ba = ba2 = bytearray(b"x")
ba += b"yz"
print(ba2)
tup = ([1], 2)
try:
    tup[0] += [5]
except TypeError as e:
    print(e, tup)
try:
    tup[1] += 1
except TypeError as e:
    print(e)
g = 1


def glob():
    global g
    g += 1
    def cell():
        nonlocal c
        c += 1
        return c
    c = 10
    c *= 2
    return cell(), c, g


print(glob())


def unbound():
    try:
        nope += 1
    except UnboundLocalError as e:
        print(e)
    nope = 1


unbound()
try:
    undefined_global += 1
except NameError as e:
    print(e)


class C:
    n = 5
    n += 1
    lst = [1]
    def inc(self):
        self.n += 1
        self.lst += [2]
        return self.n
    __priv = 1
    __priv += 1


c = C()
print(c.inc(), C.n, C.lst, c.__dict__, C._C__priv)
for code in range(14):
    try:
        v = 1
        if code == 0: v += "s"
        if code == 1: v -= None
        if code == 2: v @= 1
        if code == 3: v <<= 1.5
        if code == 4: v /= 0
        if code == 5: v **= "x"
        if code == 6: v |= 1.0
        if code == 7: l = []; l += 5
        if code == 8: l = []; l -= []
        if code == 9: l = "s"; l += 1
        if code == 10: l = {}; l += {}
        if code == 11: l = {}; l |= 5
        if code == 12: l = {1}; l |= [1]
        if code == 13: l = None; l += None
    except Exception as e:
        print(code, type(e).__name__, e)


class I:
    def __init__(self): self.ops = []
    for _n in "add sub mul truediv floordiv mod pow lshift rshift and or xor matmul".split():
        def _m(self, o, _n=_n): self.ops.append((_n, o)); return self
        locals()[f"__i{_n}__"] = _m
    del _n, _m


i = j = I()
i += 1; i -= 2; i *= 3; i /= 4; i //= 5; i %= 6; i **= 7; i <<= 8; i >>= 9; i &= 10; i |= 11; i ^= 12; i @= 13
print(i is j, i.ops)
n = [0] * 3
idx = iter([0, 1])
n[next(idx)] += 5
print(n, next(idx))
m = {}
m.setdefault("k", []).append(1)
m["k"] += [2]
m["n"] = m.get("n", 0) + 1
m["n"] += 1
print(m)
f = 0.1
f += 0.2
f *= 3
print(f)
z = True
z += True
z |= False
print(z)
cplx = 1
cplx *= 1j
cplx += 1
print(cplx)
w = 2
w **= w ** w
print(w)
