# test: stderr=full
# Endless recursion: the frames in the middle are said to be repeated.
def down(n):
    return up(n + 1)


def up(n):
    if n < 0:
        return n
    return down(n)


def start():
    def inner(n):
        return inner(n + 1)
    try:
        inner(0)
    except RecursionError as e:
        print(type(e).__name__, e)
    return [start_again(k) for k in (1,)]


def start_again(k):
    return start_again(k + 1) if k else None


start()
