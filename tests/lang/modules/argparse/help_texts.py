# argparse: usage and help of every kind of argument, wrapping, groups, sub-commands, formatters, version.
import argparse
import os

os.environ["COLUMNS"] = "80"
p = argparse.ArgumentParser(prog="tool", description="A tool for %(prog)s things. " * 4, epilog="The end of the help, which is long enough to be wrapped over two lines of text.")
p.add_argument("source", help="where from")
p.add_argument("target", nargs="*", metavar="T", help="where to (default: %(default)s)", default=["x"])
p.add_argument("-v", "--verbose", action="count", help="say more")
p.add_argument("-n", "--number-of-things", type=int, metavar="N", default=5, help="how many things, %(type)s, default %(default)s, of %(prog)s; a long text that is wrapped at the right place")
p.add_argument("--choice", choices=["red", "green"], help="one of %(choices)s")
p.add_argument("--pair", nargs=2, metavar=("A", "B"), help="two")
p.add_argument("--opt", nargs="?", help="optional")
p.add_argument("--star", nargs="*")
p.add_argument("--plus", nargs="+", help="")
p.add_argument("--secret", help=argparse.SUPPRESS)
p.add_argument("--flag", action=argparse.BooleanOptionalAction, help="a flag", default=True)
p.add_argument("--needed", required=True, help="100%% needed")
p.add_argument("--version", action="version", version="%(prog)s 1.2")
g = p.add_argument_group("special options", "what is special")
g.add_argument("--alpha", action="store_true", help="first")
x = g.add_mutually_exclusive_group()
x.add_argument("--beta", action="store_true")
x.add_argument("--gamma", metavar="G")
p.print_usage()
p.print_help()
short = argparse.ArgumentParser(prog="s", add_help=False, usage="%(prog)s [options] FILE")
short.add_argument("file", help="the file")
print(short.format_help())
r = argparse.ArgumentParser(prog="r")
e = r.add_mutually_exclusive_group(required=True)
e.add_argument("-a", action="store_true")
e.add_argument("-b", metavar="B")
o = r.add_mutually_exclusive_group()
o.add_argument("pos", nargs="?")
o.add_argument("-c")
print(r.format_usage())
s = argparse.ArgumentParser(prog="git", description="version control")
s.add_argument("-C", metavar="DIR")
subs = s.add_subparsers(title="commands", description="what to do", dest="cmd", help="the command")
a = subs.add_parser("add", help="add files to the index", description="Adds.", aliases=["a", "ad"])
a.add_argument("files", nargs="+")
subs.add_parser("a-command-with-a-long-name", help="something")
subs.add_parser("hidden")
print(s.format_help(), a.format_help())


def formatted(cls, **kw):
    f = argparse.ArgumentParser(prog="f", formatter_class=cls, description="  line one\n    line two\n", **kw)
    f.add_argument("--int", type=int, default=3, help="an int\n  indented")
    f.add_argument("--none", type=str, help="nothing")
    f.add_argument("pos", type=float, nargs="?", default=1.5, help="a float")
    print(f.format_help())


for cls in (argparse.HelpFormatter, argparse.RawDescriptionHelpFormatter, argparse.RawTextHelpFormatter, argparse.ArgumentDefaultsHelpFormatter, argparse.MetavarTypeHelpFormatter):
    formatted(cls)
wide = argparse.ArgumentParser(prog="a-program-with-quite-a-long-name", formatter_class=lambda prog: argparse.HelpFormatter(prog, max_help_position=40, width=60))
for name in ("alpha", "beta", "gamma", "delta", "epsilon"):
    wide.add_argument("--" + name, metavar=name.upper() * 2, help=f"sets {name}")
wide.add_argument("first")
wide.add_argument("second", nargs="+")
print(wide.format_help())
try:
    p.parse_args(["--version"])
except SystemExit as ex:
    print("exit", ex.code)
try:
    short2 = argparse.ArgumentParser(prog="h")
    short2.add_argument("--x")
    short2.parse_args(["-h"])
except SystemExit as ex:
    print("exit", ex.code)
print(p._actions[3], argparse.Namespace(), argparse.FileType("r"), argparse.FileType("w", encoding="utf-8"))
