# Data structures by hand: linked list, binary search tree with deletion, AVL tree, heap, ring buffer, union-find, skip over iterators.
class Cons:
    __slots__ = ("head", "tail")
    __match_args__ = ("head", "tail")

    def __init__(self, head, tail=None): self.head, self.tail = head, tail

    @classmethod
    def of(cls, *items):
        out = None
        for i in reversed(items):
            out = cls(i, out)
        return out

    def __iter__(self):
        while self:
            yield self.head
            self = self.tail

    def __len__(self): return sum(1 for _ in self)
    def __bool__(self): return True
    def __repr__(self): return f"({' '.join(map(repr, self))})"
    def __add__(self, o): return Cons(self.head, self.tail + o if self.tail else o)
    def __reversed__(self):
        out = None
        for i in self:
            out = Cons(i, out)
        return iter(out)


def total(l):
    match l:
        case None: return 0
        case Cons(int(h), t): return h + total(t)
        case Cons(Cons() as inner, t): return total(inner) + total(t)
        case Cons(_, t): return total(t)


l = Cons.of(1, 2, 3)
print(l, len(l), list(reversed(l)), l + Cons.of(4), 2 in l, total(Cons.of(1, Cons.of(2, 3), "x", 4)), [*l], max(l))


class Tree:
    def __init__(self, items=(), key=lambda v: v):
        self.root, self.size, self.key = None, 0, key
        for i in items:
            self.insert(i)

    class Node:
        __slots__ = "value", "left", "right"
        def __init__(self, value): self.value, self.left, self.right = value, None, None

    def insert(self, v):
        parent, side, node = self, "root", self.root
        while node:
            if self.key(v) == self.key(node.value):
                node.value = v
                return
            parent, side = node, "left" if self.key(v) < self.key(node.value) else "right"
            node = getattr(node, side)
        setattr(parent, side, Tree.Node(v))
        self.size += 1

    def remove(self, v):
        parent, side, node = self, "root", self.root
        while node and self.key(node.value) != self.key(v):
            parent, side = node, "left" if self.key(v) < self.key(node.value) else "right"
            node = getattr(node, side)
        if not node:
            raise KeyError(v)
        if node.left and node.right:
            up, s, least = node, "right", node.right
            while least.left:
                up, s, least = least, "left", least.left
            node.value = least.value
            setattr(up, s, least.right)
        else:
            setattr(parent, side, node.left or node.right)
        self.size -= 1

    def __iter__(self):
        def walk(n):
            if n:
                yield from walk(n.left)
                yield n.value
                yield from walk(n.right)
        return walk(self.root)

    def height(self, n=...):
        n = self.root if n is ... else n
        return 0 if n is None else 1 + max(self.height(n.left), self.height(n.right))

    def range(self, lo, hi):
        stack, n = [], self.root
        while stack or n:
            while n:
                stack.append(n)
                n = n.left if self.key(n.value) >= lo else None
            n = stack.pop()
            if lo <= self.key(n.value) < hi:
                yield n.value
            n = n.right

    def __len__(self): return self.size
    def __contains__(self, v): return any(self.key(v) == self.key(x) for x in self)


t = Tree([50, 30, 70, 20, 40, 60, 80, 35, 45, 65])
print(list(t), len(t), t.height(), 45 in t, 46 in t, list(t.range(35, 66)))
for v in (20, 30, 50, 80, 70):
    t.remove(v)
    print(v, list(t), t.height(), t.root.value)
try:
    t.remove(99)
except KeyError as e:
    print("KeyError", e)
w = Tree("the Quick brown fox The end".split(), key=str.lower)
print(list(w), len(w))


class AVL:
    def __init__(self, v, l=None, r=None):
        self.v, self.l, self.r = v, l, r
        self.h = 1 + max(AVL.height(l), AVL.height(r))

    height = staticmethod(lambda n: n.h if n else 0)

    @staticmethod
    def insert(n, v):
        if n is None: return AVL(v)
        if v == n.v: return n
        n = AVL(n.v, AVL.insert(n.l, v), n.r) if v < n.v else AVL(n.v, n.l, AVL.insert(n.r, v))
        return n.balance()

    def balance(self):
        d = AVL.height(self.l) - AVL.height(self.r)
        if d > 1:
            if AVL.height(self.l.l) < AVL.height(self.l.r): self.l = self.l.rotate_left()
            return self.rotate_right()
        if d < -1:
            if AVL.height(self.r.r) < AVL.height(self.r.l): self.r = self.r.rotate_right()
            return self.rotate_left()
        return self

    def rotate_left(self): return AVL(self.r.v, AVL(self.v, self.l, self.r.l), self.r.r)
    def rotate_right(self): return AVL(self.l.v, self.l.l, AVL(self.v, self.l.r, self.r))
    def __repr__(self): return f"({self.l or '.'}{self.v}{self.r or '.'})" if self.l or self.r else f"{self.v}"


root = None
for v in [3, 2, 1, 4, 5, 6, 7, 16, 15, 14]:
    root = AVL.insert(root, v)
print(root, root.h)
for v in range(200):
    root = AVL.insert(root, v * 37 % 211)
print(root.h)


class Heap:
    def __init__(self, items=(), *, less=lambda a, b: a < b):
        self.a, self.less = [], less
        for i in items: self.push(i)

    def push(self, v):
        a, i = self.a, len(self.a)
        a.append(v)
        while i and self.less(a[i], a[p := (i - 1) // 2]):
            a[i], a[p] = a[p], a[i]
            i = p

    def pop(self):
        a = self.a
        if not a: raise IndexError("pop from an empty heap")
        a[0], a[-1] = a[-1], a[0]
        out, i = a.pop(), 0
        while (c := 2 * i + 1) < len(a):
            if c + 1 < len(a) and self.less(a[c + 1], a[c]): c += 1
            if not self.less(a[c], a[i]): break
            a[i], a[c], i = a[c], a[i], c
        return out

    def __iter__(self):
        while self.a: yield self.pop()


print(list(Heap([5, 2, 9, 1, 7, 3])), list(Heap("heap", less=lambda x, y: x > y)))
try:
    Heap().pop()
except IndexError as e:
    print(e)


class Ring:
    def __init__(self, n): self.data, self.start, self.count = [None] * n, 0, 0

    def append(self, v):
        self.data[(self.start + self.count) % len(self.data)] = v
        if self.count < len(self.data): self.count += 1
        else: self.start = (self.start + 1) % len(self.data)

    def __len__(self): return self.count

    def __getitem__(self, i):
        if isinstance(i, slice): return [self[j] for j in range(*i.indices(len(self)))]
        if not -self.count <= i < self.count: raise IndexError(f"{i} not in ring of {self.count}")
        return self.data[(self.start + i % self.count) % len(self.data)]


r = Ring(3)
for i in range(5): r.append(i)
print(list(r), r[0], r[-1], r[1:], r[::-1], len(r), 3 in r, list(reversed(r)), r.data)
try:
    r[3]
except IndexError as e:
    print(e)


class Union:
    def __init__(self): self.p, self.size = {}, {}

    def find(self, x):
        if self.p.setdefault(x, x) != x: self.p[x] = self.find(self.p[x])
        self.size.setdefault(x, 1)
        return self.p[x]

    def join(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b: return False
        if self.size[a] < self.size[b]: a, b = b, a
        self.p[b] = a
        self.size[a] += self.size.pop(b)
        return True


u = Union()
print([u.join(*p) for p in [("a", "b"), ("c", "d"), ("a", "d"), ("b", "c"), ("x", "x")]], sorted(u.size.items()), u.find("d") == u.find("a"))
