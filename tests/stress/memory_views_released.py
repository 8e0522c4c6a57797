# Views of shared memory, released while other threads read, write, slice and export through them.
import os
import threading

rounds = 300 if os.environ.get("PORTALIS_STRESS") == "short" else 3000
data = bytearray(b"abcdefgh" * 64)
views = [memoryview(data)]
wrong = []
stop = threading.Event()


def use():
    while not stop.is_set():
        view = views[0]
        try:
            view[3] = 100
            part = view[2:40:3]
            if len(part) != 13 or len(bytes(view)) < 512 or view.obj is not data:
                wrong.append("length")
            if part == b"nothing":
                wrong.append("equal")
            view.cast("I").tolist()
            with memoryview(view) as again:
                again.tobytes()
            part.release()
        except ValueError as e:
            if "released memoryview" not in str(e):
                wrong.append(str(e))


users = [threading.Thread(target=use) for _ in range(4)]
for t in users:
    t.start()
grown = kept = 0
for n in range(rounds):
    old = views[0]
    views[0] = memoryview(data)
    try:
        old.release()
    except BufferError:
        kept += 1
    if n % 10 == 0:
        views[0].release()
        try:
            data.extend(b"ijklmnop" * (n % 7))
            grown += 1
        except BufferError:
            pass
        if len(data) > 4096:
            try:
                del data[512:]
            except BufferError:
                pass
        views[0] = memoryview(data)
stop.set()
for t in users:
    t.join()
print(wrong[:3], len(data) >= 512)


class Releases:
    def __index__(self):
        view.release()
        small.clear()
        return 1


small = bytearray(b"small")
view = memoryview(small)
try:
    view[0] = Releases()
except ValueError as e:
    print(e, small)
