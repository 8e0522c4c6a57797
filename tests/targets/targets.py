#!/usr/bin/env python3
"""What comparing programs with CPython cannot show: schedules, deadlock reports, and what a target does not have.

    targets.py --portalis PATH [fibers] [wasi]

Closes with 'N passed, N failed'.
"""
import argparse, os, pathlib, re, shutil, signal, subprocess, sys, tempfile, time

RACE = """
import threading
order = []
def work(name):
    for i in range(3):
        order.append(name)
        for _ in range(40): pass
threads = [threading.Thread(target=work, args=(c,)) for c in "abc"]
for t in threads: t.start()
for t in threads: t.join()
print("".join(order))
"""
DEADLOCK = """
import threading
a, b = threading.Lock(), threading.Lock()
def second():
    with b:
        ready.set()
        with a: pass
ready = threading.Event()
a.acquire()
print("before")
t = threading.Thread(target=second, name="second")
t.start()
ready.wait()
b.acquire()
"""
SPIN = """
import threading
flag = False
def wait():
    while not flag: pass
    print("seen")
t = threading.Thread(target=wait)
t.start()
flag = True
t.join()
"""
SLEEPERS = """
import threading, time
start = time.monotonic()
def sleep(n): time.sleep(n); print(n)
threads = [threading.Thread(target=sleep, args=(n,)) for n in (300, 100, 200)]
for t in threads: t.start()
for t in threads: t.join()
print(300 <= time.monotonic() - start < 301)
"""
READER = """
import sys, threading, time
ticks = []
def tick():
    for _ in range(5):
        ticks.append(1)
        time.sleep(0.01)
t = threading.Thread(target=tick)
t.start()
line = sys.stdin.readline()
print(line.strip(), len(ticks))
t.join()
"""
MISSING = """
import os
for name, act in (("system", lambda: os.system("true")), ("kill", lambda: os.kill(1, 9)), ("pipe", os.pipe)):
    try: act()
    except OSError as error: print(name, error)
try: open("/etc/passwd")
except (FileNotFoundError, PermissionError): print("not opened")   # wasi-libc's versions differ
print(open("here.txt").read().strip(), os.getcwd() == os.environ["PWD"])
with open(os.devnull, "w") as out, open(os.devnull) as back:
    print(print("gone", file=out), out.fileno() != back.fileno(), repr(back.read()), os.path.exists(os.devnull), os.path.isfile(os.devnull))
"""
STATUS = """
import os, sys
print(sys.argv[1:], os.environ.get("COLOUR"), sys.platform, sys.maxsize, hash("text") == hash("text"))
sys.stdout.flush()
sys.exit(int(sys.argv[1]))
"""
QUIT = """
import threading, time
def worker():
    threading.Event().wait()
t = threading.Thread(target=worker, daemon=True, name="worker")
t.start()
time.sleep(0.5)
print("ready", flush=True)
time.sleep(3)
print("went on")
"""
# Ways to `int` and `float` in programs whose text has neither name: what they do when called is left out of others.
CLASSES = [
    ("print(True .__class__.mro()[1]('12'))", "12"), ("print(bool.__base__('12'))", "12"), ("print(bool.__bases__[0]('12'))", "12"),
    ("print(bool.__mro__[1]('12'))", "12"), ("print((5).__new__(bool.__base__, '12'))", "12"), ("print((5).from_bytes.__self__('12'))", "12"),
    ("print((5).__add__.__objclass__('12'))", "12"), ("print((5).__reduce_ex__(2)[1][0]('12'))", "12"), ("print((2.5).fromhex.__self__('1.5'))", "1.5"),
    ("print(type(2.5)('1.5'))", "1.5"), ("print([f(v) for f, v in zip(map(type, (5, 2.5)), ('12', '1.5'))])", "[12, 1.5]"),
    ("print('%d %i' % (2.5, True))", "2 1"), ("import random; print(random.randint(3.0, 3))", "3"),
]


class Tests:
    def __init__(self, portalis):
        self.portalis, self.passed, self.failed = portalis, 0, 0
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="targets_"))

    def run(self, text, *options, arguments=(), stdin="", **env):
        program = self.folder / "app.py"
        program.write_text(text)
        done = subprocess.run([self.portalis, "run", *options, "app.py", *arguments], cwd=self.folder, input=stdin,
                              capture_output=True, text=True, timeout=1800, env=dict(os.environ, **env))
        return done.returncode, done.stdout, done.stderr

    def check(self, what, good, shown=""):
        if good:
            self.passed += 1
        else:
            self.failed += 1
            print(f"{what}: failed {str(shown)[-600:]}")

    def threads(self, *flags):
        name = " ".join(flags)
        runs = [self.run(RACE, *flags, PORTALIS_SCHEDULE=str(seed))[1] for seed in (1, 2, 3, 4, 5, 1, 2, 3, 4, 5)]
        self.check(f"{name}: a seed is a schedule", runs[:5] == runs[5:], runs)
        self.check(f"{name}: seeds differ", len(set(runs)) > 1, runs)
        status, out, err = self.run(DEADLOCK, *flags)
        self.check(f"{name}: deadlock ends with status 1", status == 1 and out == "before\n", (status, out, err))
        self.check(f"{name}: deadlock report", err.startswith("Deadlock") and "Thread second, which waits for a lock" in err
                   and "Thread MainThread, which waits for a lock" in err and "with a: pass" in err, err)
        self.check(f"{name}: spinning", self.run(SPIN, *flags)[1] == "seen\n")
        begin = time.monotonic()
        result = self.run(SLEEPERS, *flags, PORTALIS_SCHEDULE="7")
        self.check(f"{name}: virtual time", result == (0, "100\n200\n300\nTrue\n", ""), result)
        self.check(f"{name}: takes no time", time.monotonic() - begin < 90)
        status, out, err = self.run(READER, *flags, stdin="a line\n")
        self.check(f"{name}: input", re.fullmatch(r"a line [1-5]\n", out) is not None, (out, err))

    def fibers(self):
        self.threads("--threads=fibers")
        for flags in ((), ("--threads=fibers",)):
            (self.folder / "app.py").write_text(QUIT)
            subprocess.run([self.portalis, "build", *flags, "app.py", "-o", "app"], cwd=self.folder, check=True)
            child = subprocess.Popen(["./app"], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            child.stdout.readline()
            child.send_signal(signal.SIGQUIT)
            out, err = child.communicate(timeout=60)
            self.check(f"{' '.join(flags) or 'native'}: report on SIGQUIT", out == "went on\n" and child.returncode == 0
                       and "Thread worker, which waits for an event" in err and "threading.Event().wait()" in err, (out, err))

    def wasi(self):
        self.threads("--target=wasi")
        (self.folder / "here.txt").write_text("text\n")
        status, out, err = self.run(MISSING, "--target=wasi")
        self.check("wasi: what is missing", out == "system [Errno 38] Function not implemented\nkill [Errno 38] Function not implemented\n"
                   "pipe [Errno 38] Function not implemented\nnot opened\ntext True\nNone True '' True False\n", (out, err))
        status, out, err = self.run(STATUS, "--target", "wasi", arguments=("3", "two words"), COLOUR="green")
        self.check("wasi: arguments, environment, status", (status, out) == (3, "['3', 'two words'] green wasi 9223372036854775807 True\n"), (status, out, err))
        status, out, err = self.run("raise ValueError('no')", "--target=wasi")
        self.check("wasi: uncaught exception", status == 1 and err.endswith("ValueError: no\n"), (status, err))
        status, out, err = self.run("def f(n): return f(n + 1)\ntry: f(0)\nexcept RecursionError as e: print(e)", "--target=wasi")
        self.check("wasi: recursion", out == "maximum recursion depth exceeded\n", (status, out, err))
        for program, shown in CLASSES:
            status, out, err = self.run(program, "--target=wasi", "--debug")
            self.check(f"wasi: {program}", out == shown + "\n", (status, out, err))
        # Without standard input and with output to a file, Node once collected what it was still using.
        shutil.copy(pathlib.Path(__file__).resolve().parents[2] / "examples/bank.py", self.folder / "app.py")
        with open(self.folder / "out.txt", "w+") as out:
            done = subprocess.run(["sh", "-c", 'exec "$@" <&-', "sh", self.portalis, "run", "--target=wasi", "app.py"], cwd=self.folder, stdout=out)
            out.seek(0)
            text = out.read()
        self.check("wasi: output to a file", done.returncode == 0 and text == "money in all accounts: 10000\nnobody is overdrawn: True\n", (done, text))
        (self.folder / "app.py").write_text("print('Hello, world!')\n")
        # One cache serves Portalis in two places, which have the same sources.
        subprocess.run(["cmake", "--install", pathlib.Path(self.portalis).parents[1], "--prefix", self.folder / "installed"], stdout=subprocess.DEVNULL, check=True)
        done = subprocess.run([self.folder / "installed/bin/portalis", "run", "--target=wasi", "app.py"], cwd=self.folder, capture_output=True, text=True)
        self.check("wasi: an installed Portalis", (done.returncode, done.stdout) == (0, "Hello, world!\n"), done)
        subprocess.run([self.portalis, "build", "--target", "wasi", "app.py", "-o", "app.wasm"], cwd=self.folder, check=True)
        size = (self.folder / "app.wasm").stat().st_size
        print(f"hello world: {size / 1000:.0f} kB")
        self.check("wasi: size of hello world", size < 400000, size)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--portalis", required=True)
    parser.add_argument("parts", nargs="+", choices=["fibers", "wasi"])
    options = parser.parse_args()
    signal.signal(signal.SIGQUIT, signal.SIG_DFL)   # shells have jobs in the background ignore it, and so would the programs
    tests = Tests(os.path.abspath(options.portalis))
    try:
        for part in options.parts:
            getattr(tests, part)()
    finally:
        shutil.rmtree(tests.folder, ignore_errors=True)
    print(f"{tests.passed} passed, {tests.failed} failed")
    return tests.failed > 0


if __name__ == "__main__":
    sys.exit(main())
