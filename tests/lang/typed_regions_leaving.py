"""Regions in every block of a try statement, a with and a loop with else, left in every way."""
def f(n, log):
    for k in range(n):
        total = 0
        for i in range(k):
            total += i * 2
        try:
            log.append(total)
            for i in range(4):
                total += 10 // (k - 2 + i * 0)
            log.append(("t", total))
            if total > 50:
                break
        except ZeroDivisionError as e:
            s = 1
            for i in range(3):
                s = s * 3 + i
            log.append(("caught", s, i))
            continue
        else:
            u = 0
            for i in range(k):
                u += i
            log.append(("else", u))
        finally:
            w = 0
            for i in range(5):
                w += i * k
            log.append(("finally", w))
        with open("/dev/null") as h:
            x = 0.5
            for i in range(3):
                x = x * 1.5
            log.append(x)
    else:
        y = 0
        for i in range(n):
            y += i
        log.append(("done", y))
    z = 0
    for i in range(n):
        z += i
    return z, log


print(f(2, []))
print(f(5, []))
print(f(40, [])[0])
