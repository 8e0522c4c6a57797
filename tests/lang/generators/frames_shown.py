# What gi_frame shows of a suspended generator.
def steps(first, factor=2):
    kept = lambda: factor
    total = first
    while True:
        total *= kept()
        yield total


g = steps(3)
print(sorted(g.gi_frame.f_locals.items()))
print(next(g), next(g))
shown = g.gi_frame.f_locals
print({k: v for k, v in shown.items() if k != "kept"}, callable(shown["kept"]))
numbers = (n * n for n in range(3))
next(numbers)
print(numbers.gi_frame.f_locals["n"], numbers.gi_frame.f_code.co_name)
g.close()
print(g.gi_frame)
