# test: stderr=full
# A thread whose exception comes when sys.stderr is None writes to the stream there was when it was made.
import io
import sys
import threading

kept = io.StringIO()


def fail():
    go.wait()
    raise ValueError("lost?")


real, go = sys.stderr, threading.Event()
sys.stderr = kept
t = threading.Thread(target=fail, name="failing")
t.start()
sys.stderr = None
go.set()
t.join()
sys.stderr = real
lines = kept.getvalue().splitlines()
print(lines[0], lines[1], lines[-1])
