"""Generators feeding generators."""


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def squares(source):
    for x in source:
        yield x * x


def chunks(source, size):
    chunk = []
    for x in source:
        chunk.append(x)
        if len(chunk) == size:
            yield chunk
            chunk = []
    yield from chunk


print(sum(sum(c) for c in chunks(squares(count(1000000)), 100)))
