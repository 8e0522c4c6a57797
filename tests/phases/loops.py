def search(items, limit):
    for i in range(limit):
        if i % 2:
            continue
        for key, (x, *rest) in items:
            if key == i and not x or rest:
                break
        else:
            return i
    while 0 < limit < 10:
        limit -= 1
    while True:
        if limit in (1, 2, 3):
            break
    return limit if limit else None


def unbound(flag):
    if flag:
        x = 1
    print(x)
    del x
    a, b = flag, flag
    a, b = b, a
    return a
