# Dicts, sets and ordered dicts that live long while their keys come and go: lookups of absent keys always end.
import collections

for n in range(12):
    start = {i: 1 for i in range(n)}
    for source in (start.copy(), dict(start), {**start}, collections.OrderedDict(start), collections.Counter(start), collections.defaultdict(int, start)):
        for i in range(1000, 1400):
            source[i] = 1
            del source[i]
            assert 7777777 not in source and i not in source
        for i in range(2000, 2100):
            source[i] = source[i + 1] = 2
            assert source.pop(i + 1) == 2 and source.popitem() == (i, 2) and source.get(i) is None
        assert list(source) == list(range(n)), source
    s = set(start)
    for i in range(1000, 1400):
        s.add(i)
        s.discard(i)
        assert 7777777 not in s
    assert s == set(range(n))
o = collections.OrderedDict.fromkeys(range(4))
for i in range(500):
    o.move_to_end(i % 4)
    o[i + 100] = i
    o.popitem()
    assert -1 not in o
print(list(o))
stack = {}
for i in range(3000):
    stack[i] = i
    if i % 3 == 2:
        for _ in range(2):
            stack.popitem()
    assert -i - 1 not in stack
print(len(stack), list(stack)[-2:], next(iter(stack)))


class Plain:
    pass


p = Plain()
for i in range(400):
    setattr(p, f"a{i}", i)
    delattr(p, f"a{i}")
    assert not hasattr(p, "missing") and p.__dict__.get("x") is None
print(p.__dict__)
seen = {}
for i in range(2000):
    seen[i] = True
    if i >= 5:
        del seen[i - 5]
    assert 10 ** 9 + i not in seen
print(list(seen))
