def all_kinds(rows, k):
    squares = [x * k for row in rows if row for x in row if x > 0]
    index = {name: i for i, name in enumerate(rows)}
    later = [lambda: x for x in rows]
    last = {(y := v) for v in rows}
    return (x for x in squares if x != y), f"{last!r:>{k}}{index}"


async def gather(source):
    return [await item async for item in source]
