import random
rng = random.Random(3)
# Deleted places are taken again: against a list of pairs.
for size in (3, 5, 10, 40, 200, 70000 // 100):
    table, model = {}, []
    for _ in range(4000):
        key = rng.choice([rng.randrange(size), str(rng.randrange(size)), (rng.randrange(3), "x")])
        action = rng.randrange(4)
        found = [i for i, (k, v) in enumerate(model) if k == key]
        if action < 2:
            value = rng.random()
            table[key] = value
            if found:
                model[found[0]] = (model[found[0]][0], value)
            else:
                model.append((key, value))
        elif action == 2:
            assert table.pop(key, None) == (model[found[0]][1] if found else None)
            if found:
                del model[found[0]]
        else:
            assert (key in table) == bool(found)
            if key in table:
                del table[key]
                del model[found[0]]
        if rng.randrange(200) == 0:
            assert list(table.items()) == model == list(dict(table).items()), (table, model)
    print(size, len(table) == len(model), list(table.items()) == model)


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, other):
        calls.append((self.n, other.n))
        return self.n == other.n


calls = []
keys = [Key(n) for n in range(5)]
table = {key: key.n for key in keys}
del table[keys[1]]
table[Key(1)] = "again"
table[Key(4)] = "more"
print([(k.n, v) for k, v in table.items()], len(calls))
texts = ["".join(chr(97 + i % 26) for i in range(n)) for n in range(40)]
for _ in range(3):
    held = [texts[5] + "x", texts[30] + "y" * 3000, texts[6] * 2]
    again = (held[0], held)
    del held
    again = {again[0]: again[1][2]}
print(again, "a,b,,c".split(","), "a b  c".split(), "a b  c".split(None, 1), "x".encode(), b"x".decode(), "a\nb\n".splitlines(), "a\nb\n".splitlines(True))
for wrong in (lambda: "a".split(1, 2, 3), lambda: "a".encode("no such"), lambda: "a".split(sep=1), lambda: "a".split(",", maxsplit="x")):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
