# argparse: every kind of argument and nargs, defaults, types, choices, abbreviations, exclusive groups, errors.
import argparse
import io
import sys


def run(parser, line, known=False):
    saved, sys.stderr = sys.stderr, io.StringIO()
    try:
        r = (parser.parse_known_args if known else parser.parse_args)(line.split() if isinstance(line, str) else line)
        print(r)
    except SystemExit as e:
        print("exit", e.code, sys.stderr.getvalue().strip().split("\n")[-1])
    except Exception as e:
        print(type(e).__name__, e)
    finally:
        sys.stderr = saved


p = argparse.ArgumentParser(prog="tool")
p.add_argument("src")
p.add_argument("dst", nargs="?", default="out")
p.add_argument("-v", "--verbose", action="count", default=0)
p.add_argument("-n", "--number", type=int, default="7")
p.add_argument("--ratio", type=float)
p.add_argument("-q", action="store_true")
p.add_argument("-Q", action="store_false", dest="loud")
p.add_argument("-D", "--define", action="append", metavar="K=V")
p.add_argument("--level", choices=["low", "high"], default="low")
p.add_argument("--mode", action="store_const", const="fast")
p.add_argument("--list", nargs="*", type=int)
p.add_argument("--pair", nargs=2)
p.add_argument("--many", nargs="+", action="extend")
p.add_argument("--maybe", nargs="?", const="C", default="D")
p.add_argument("--flag", action=argparse.BooleanOptionalAction, default=None)
p.add_argument("-x", dest="ex", action="append_const", const=1)
p.add_argument("-y", dest="ex", action="append_const", const=2)
for line in ("a", "a b", "a b c", "", "a -v", "a -vvv b", "a -n 5", "a -n5", "a --number=9", "a -n", "a -n x", "a --num 3", "a --n 3", "a -vqn4 b", "a -D k=v -D x=y", "a --define=", "a --level mid", "a --level=high", "a --mode", "a --mode=x", "a --list", "a --list 1 2 3", "a --list 1 z", "a --pair 1", "a --pair 1 2", "--pair 1 2 a", "--list 1 2 -- a", "a --many 1 2 --many 3", "a --many", "a --maybe", "a --maybe m", "--maybe m a", "a --flag", "a --no-flag", "a -xyx", "a --ratio -1.5", "a --ratio=-2", "a -n -3", "a -z", "a --zzz=1", "-- -a", "a -- -b", "a --m", "a --fl", "a -Q -q", "-v a -v b -v", "a --ratio nan", ["a b", "--level", "low"], ["", "x"], ["-n", "-1", "--", "-s"]):
    run(p, line)
run(p, "a b c --zz 5 -w", known=True)
run(p, "a --zz=1 -vk", known=True)
g = argparse.ArgumentParser(prog="g", allow_abbrev=False, argument_default=argparse.SUPPRESS)
e = g.add_mutually_exclusive_group(required=True)
e.add_argument("--on", action="store_true")
e.add_argument("--off", action="store_true")
e.add_argument("--set", type=int)
o = g.add_mutually_exclusive_group()
o.add_argument("-a")
o.add_argument("-b", nargs="?")
g.add_argument("rest", nargs="*")
for line in ("--on", "--off --on", "--set 5 x y", "", "--on -a 1 -b 2", "--on -a 1 r", "--se 5", "--on -b", "--on r1 -a 1 r2"):
    run(g, line)


def positive(text):
    v = int(text)
    if v <= 0:
        raise argparse.ArgumentTypeError(f"{text} is not positive")
    return v


class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, f"{option_string}:{values.upper()}")


t = argparse.ArgumentParser(prog="t", prefix_chars="-+", exit_on_error=False)
t.add_argument("+p", type=positive)
t.add_argument("--up", action=Upper)
t.add_argument("-1", dest="one", action="store_true")
t.add_argument("++long", type=lambda s: s[::-1])
for line in ("+p 5", "+p 0", "+p x", "--up abc", "-1", "++long abc", "+p -1", "--nope"):
    run(t, line)
s = argparse.ArgumentParser(prog="git")
s.add_argument("--dir", default=".")
subs = s.add_subparsers(dest="command", required=True, metavar="CMD")
add = subs.add_parser("add", help="add files", aliases=["a"])
add.add_argument("files", nargs="+")
add.add_argument("-f", "--force", action="store_true")
commit = subs.add_parser("commit", help="commit")
commit.add_argument("-m", required=True)
commit.set_defaults(func="do_commit", dir="sub")
for line in ("add x y -f", "a z", "commit -m msg", "commit", "", "push", "--dir d add x", "add", "add x --nope", "commit -m a b"):
    run(s, line)
r = argparse.ArgumentParser(prog="r")
r.add_argument("cmd")
r.add_argument("args", nargs=argparse.REMAINDER)
for line in ("run -x --y z", "run", "-h x" if False else "run -- -q"):
    run(r, line)
m = argparse.ArgumentParser(prog="m")
m.add_argument("one")
m.add_argument("two", nargs="*")
m.add_argument("three")
m.add_argument("-k", action="store_true")
for line in ("a b", "a b c d", "a", "a -k b", "a b -k c", "-k a b c"):
    run(m, line)
ns = argparse.Namespace(a=1, b="x")
print(ns, ns == argparse.Namespace(a=1, b="x"), "a" in ns, vars(ns), argparse.Namespace(**{"x-y": 1}), p.get_default("number"), p.get_default("zz"))
p.set_defaults(number=70, extra="e")
run(p, "a")
print(run(p, "a", known=False) is None, p.parse_args(["z"], argparse.Namespace(src="kept", more=5)))
parent = argparse.ArgumentParser(add_help=False)
parent.add_argument("--shared", type=int)
child = argparse.ArgumentParser(prog="c", parents=[parent])
child.add_argument("own")
run(child, "x --shared 4")
for f in (lambda: p.add_argument("-v"), lambda: p.add_argument("x", required=True), lambda: p.add_argument("x", dest="y"), lambda: p.add_argument("--c", action="nope"), lambda: p.add_argument("--c", nargs=0), lambda: p.add_argument("--c", const=1), lambda: p.add_argument("--c", type=5), lambda: p.add_argument("--", ), lambda: p.add_argument("--c", nargs=2, metavar=("a", "b", "c")), lambda: argparse.ArgumentParser(conflict_handler="x"), lambda: subs.add_parser("add"), lambda: e.add_argument("req"), lambda: p.add_argument("-a", "b")):
    try:
        f()
    except Exception as ex:
        print(type(ex).__name__, ex)
