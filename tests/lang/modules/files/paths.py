# pathlib: pure paths of both kinds, every part and operation; Path on real files, searches and errors.
# test: needs=modes outside links
import os
import pathlib
import tempfile
from pathlib import Path, PurePath, PurePosixPath as P, PureWindowsPath as W


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)).replace(top, "TOP"), end="; ")
    except Exception as e:
        print(type(e).__name__, str(e).replace(top, "TOP"), end="; ")


top = os.path.realpath(tempfile.mkdtemp())
for t in ("", ".", "/", "//", "///a", "a", "a/b/../c.tar.gz", "/a//b/./c/", "a/.hidden", ".bashrc", "a.", "a..b", "..", "/..", "a/b.txt.", "é/日.x", "//server/share", "a b/c d", "x.tar.gz.", "/a.b/c"):
    p = P(t)
    print(repr(p), str(p), p.parts, p.name, p.stem, p.suffix, p.suffixes, p.parent, p.root, p.anchor, p.is_absolute(), list(map(str, p.parents)), p.as_posix(), bool(p))
for t in ("c:\\x\\y.txt", "c:x", "\\x", "\\\\srv\\share\\f", "a/b\\c", "C:/", "c:", "\\\\srv", "nul.txt", "d:a\\..\\b"):
    w = W(t)
    print(repr(w), str(w), w.parts, w.drive, w.root, w.anchor, w.name, w.is_absolute(), w.parent, w.is_reserved(), w.as_posix())
a = P("/usr/lib/python/x.py")
for f in (lambda: a / "y", lambda: a / "/abs", lambda: "pre" / P("x"), lambda: a.joinpath("b", "../c"), lambda: a.with_name("n.z"), lambda: a.with_stem("s"), lambda: a.with_suffix(".c"), lambda: a.with_suffix(""), lambda: P("a").with_suffix(".x.y"), lambda: a.relative_to("/usr"), lambda: a.relative_to("/usr", "lib"), lambda: a.relative_to("/etc"), lambda: a.relative_to("usr"), lambda: P("a/b").relative_to("a"), lambda: a.relative_to(a), lambda: a.is_relative_to("/usr/lib"), lambda: a.is_relative_to("/us"), lambda: a.match("*.py"), lambda: a.match("python/*"), lambda: a.match("/usr/*/*/*.py"), lambda: a.match("/*.py"), lambda: a.match("X.PY"), lambda: W("A.PY").match("*.py"), lambda: a.match(""), lambda: a.parents[0], lambda: a.parents[-1], lambda: a.parents[9], lambda: a.parents[1:3], lambda: len(a.parents), lambda: a.parents, lambda: P("/").with_name("x"), lambda: a.with_name(""), lambda: a.with_name("a/b"), lambda: a.with_suffix("x"), lambda: a.with_suffix("."), lambda: a.with_suffix("./x"), lambda: P(5), lambda: P(b"x"), lambda: a / 5, lambda: a / b"x", lambda: P("a", "b", "c"), lambda: P("a", P("b"), "/c", "d"), lambda: P(), lambda: a == P("/usr/lib/python/x.py"), lambda: a == str(a), lambda: W("A") == W("a"), lambda: P("A") == P("a"), lambda: P("a") == W("a"), lambda: P("a") < P("b"), lambda: P("a") < W("b"), lambda: P("a") < "b", lambda: sorted([P("b"), P("a/c"), P("a")]), lambda: hash(P("a")) == hash(P("a/.")), lambda: {P("x"): 1}[P("./x")], lambda: os.fspath(a), lambda: bytes(P("é")), lambda: P("/a b/é").as_uri(), lambda: P("a").as_uri(), lambda: W("c:\\a b").as_uri(), lambda: PurePath("a"), lambda: W("c:\\a\\b").relative_to("C:\\A"), lambda: W("c:a") / "\\b", lambda: W("c:\\a") / "d:x", lambda: W("c:\\a") / "c:x", lambda: f"{a} {a!s:>25}", lambda: a.foo, lambda: setattr(a, "name", 1), lambda: pathlib.WindowsPath("x"), lambda: type(Path("x")), lambda: isinstance(Path("x"), PurePath), lambda: a.parent.parent / a.name, lambda: "%s" % a, lambda: open(P("/no/such"))):
    show(f)
print()
root = Path(top)
(root / "d" / "e").mkdir(parents=True)
f = root / "d" / "f.txt"
print(f.write_text("line é\nsecond", encoding="utf-8"), f.read_text(encoding="utf-8"), f.read_bytes(), f.write_bytes(b"bytes"), f.stat().st_size, f.exists(), f.is_file(), f.is_dir(), root.is_dir(), f.is_symlink(), (root / "none").exists(), (f / "x").exists(), f.samefile(str(f)), oct(f.stat().st_mode & 0o777) in ("0o644", "0o664", "0o600", "0o666"))
for n in ("a.py", "b.py", "d/c.py", "d/e/g.py", "d/e/.h", ".hid"):
    (root / n).touch()
rel = lambda it: sorted(p.relative_to(root).as_posix() for p in it)
for pat in ("*", "*.py", "**/*.py", "**", "d/*", "d/**/*.py", "*/*.py", "[ab].py", "?.py", "d", "none", "d/e/g.py", "*/", "**/e", ".*", "d/../*.py"):
    print(pat, rel(root.glob(pat)), rel(root.rglob(pat)))
print(rel(root.iterdir()), list(root.glob("zz*")))
for g in (lambda: list(root.glob("")), lambda: list(root.glob("/x")), lambda: list(root.glob("**x")), lambda: list((root / "none").iterdir()), lambda: list((root / "none").glob("*")), lambda: root.mkdir(), lambda: root.mkdir(exist_ok=True), lambda: f.mkdir(exist_ok=True), lambda: (root / "p" / "q").mkdir(), lambda: (root / "d").rmdir(), lambda: (root / "none").unlink(), lambda: (root / "none").unlink(missing_ok=True), lambda: root.unlink() if False else None, lambda: (root / "none").read_text(), lambda: (root / "none").stat(), lambda: f.touch(exist_ok=False), lambda: f.write_text(b"x"), lambda: f.rename(root / "moved.txt"), lambda: (root / "moved.txt").replace(root / "d" / "f.txt"), lambda: (root / "ln").symlink_to(f), lambda: (root / "ln").is_symlink(), lambda: (root / "ln").resolve() == f, lambda: (root / "ln").readlink(), lambda: (root / "d" / ".." / "a.py").resolve(), lambda: (root / "none").resolve(strict=True), lambda: (root / "hard").hardlink_to(f), lambda: (root / "hard").samefile(f), lambda: f.chmod(0o600), lambda: oct(f.stat().st_mode & 0o777), lambda: (root / "ln").lstat().st_size == len(str(f)), lambda: Path("~").expanduser() == Path.home(), lambda: Path.cwd() == Path().absolute(), lambda: Path("x").absolute().parent == Path.cwd(), lambda: root.is_mount(), lambda: Path("/").is_mount(), lambda: f.is_fifo()):
    show(g)
print()
with f.open("a") as h:
    h.write("+more")
with open(f) as h, f.open("rb") as b:
    print(h.read(), b.read(5), os.path.basename(f), os.path.join(f, "x").endswith("f.txt/x"), os.listdir(root / "d" / "e"))


class My(type(Path())):
    def shout(self):
        return self.name.upper()


m = My(top, "a.py")
print(m.shout(), type(m.parent).__name__, type(m / "x").__name__, (m.parent / "b.py").shout())
import shutil
shutil.rmtree(root)
print(root.exists())
