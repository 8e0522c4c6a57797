# fnmatch, glob and shutil: patterns, recursive searches, copying, moving and removing trees, errors.
# test: needs=outside
import fnmatch
import glob
import os
import shutil
import tempfile


def show(f, *args, **kw):
    try:
        r = f(*args, **kw)
        print(repr(r).replace(top, "TOP"), end="; ")
    except Exception as e:
        print(type(e).__name__, str(e).replace(top, "TOP"), end="; ")


top = tempfile.mkdtemp()
names = ["a", "ab", "abc", "b.py", "B.PY", "x.tar.gz", ".hidden", "a-b", "a]b", "[x]", "a*b", "é.txt", "", "a\nb", "a.b.c", "!a", "^a"]
for pat in ("*", "?", "a*", "*b", "a?c", "*.*", "[ab]*", "[!ab]*", "[a-c].py", "[]]", "a[]]b", "[[]x]", "a[*]b", "[!]]*", "*a*b*", "**", "[", "[a", "a[", "[]", "[!]", "*.PY", "é*", "[z-a]*", "[a-]*", "[-a]*", "[!a-c]*", "", "*.t?r.*", "[^a]*", "a\\*"):
    print(pat, [n for n in names if fnmatch.fnmatchcase(n, pat)], fnmatch.filter(names, pat) == [n for n in names if fnmatch.fnmatch(n, pat)], fnmatch.translate(pat))
show(fnmatch.fnmatch, b"abc", b"a*")
show(fnmatch.fnmatch, "a", b"a")
for folder in ("src/pkg/deep", "src/.git", "empty", "docs"):
    os.makedirs(os.path.join(top, folder))
for name in ("a.py", "b.txt", ".env", "src/m.py", "src/pkg/n.py", "src/pkg/deep/o.py", "src/pkg/deep/p.txt", "src/.git/config", "docs/[x].md", "docs/x.md"):
    with open(os.path.join(top, name), "w") as f:
        f.write(name * 3)
rel = lambda paths: sorted(os.path.relpath(p, top) for p in paths)
for pat, kw in (("*", {}), ("*.py", {}), ("*/*.py", {}), ("**", {"recursive": True}), ("**/*.py", {"recursive": True}), ("**/*.py", {}), ("src/**", {"recursive": True}), ("src/**/", {"recursive": True}), ("*/", {}), (".*", {}), ("*", {"include_hidden": True}), ("**/config", {"recursive": True, "include_hidden": True}), ("docs/[[]x].md", {}), ("docs/[x].md", {}), ("none*", {}), ("a.py", {}), ("src", {}), ("nope", {}), ("src/pkg/", {}), ("s??/p*/d*/*", {})):
    print(pat, kw, rel(glob.glob(os.path.join(top, pat), **kw)), sorted(glob.glob(pat, root_dir=top, **kw)))
print(glob.escape("a*b?[c]"), glob.has_magic("a*"), type(glob.iglob("x")).__name__ != "list", glob.glob(os.path.join(glob.escape(os.path.join(top, "docs")), "*.md")) != [])
j = lambda *p: os.path.join(top, *p)
show(shutil.copy, j("a.py"), j("copied.py"))
show(shutil.copy, j("a.py"), j("docs"))
show(shutil.copy2, j("a.py"), j("two.py"))
show(shutil.copyfile, j("a.py"), j("a.py"))
show(shutil.copyfile, j("none"), j("x"))
show(shutil.copyfile, j("a.py"), j("docs"))
show(shutil.copy, j("a.py"), j("no", "dir"))
print(open(j("copied.py")).read(), os.stat(j("two.py")).st_mtime == os.stat(j("a.py")).st_mtime)
show(shutil.copytree, j("src"), j("src2"))
show(shutil.copytree, j("src"), j("src2"))
show(shutil.copytree, j("src"), j("src2"), dirs_exist_ok=True)
show(shutil.copytree, j("src"), j("src3"), ignore=shutil.ignore_patterns("*.txt", ".git"))
show(shutil.copytree, j("none"), j("q"))
print(rel(glob.glob(j("src2", "**"), recursive=True)), rel(glob.glob(j("src3", "**"), recursive=True, include_hidden=True)))
os.symlink(j("a.py"), j("link"))
os.symlink("missing", j("empty", "dangling"))
show(shutil.copytree, j("empty"), j("e2"), symlinks=True)
show(shutil.copytree, j("empty"), j("e3"), ignore_dangling_symlinks=True)
try:
    shutil.copytree(j("empty"), j("e4"))
except shutil.Error as e:
    print([tuple(str(x).replace(top, "TOP") for x in t) for t in e.args[0]])
print(os.readlink(j("e2", "dangling")), os.listdir(j("e3")), os.path.islink(j("link")))
show(shutil.move, j("copied.py"), j("moved.py"))
show(shutil.move, j("moved.py"), j("docs"))
show(shutil.move, j("two.py"), j("docs", "two.py"))
show(shutil.move, j("src3"), j("docs"))
show(shutil.move, j("docs", "a.py"), j("docs"))
show(shutil.move, j("none"), j("x"))
show(shutil.rmtree, j("src2"))
show(shutil.rmtree, j("none"))
show(shutil.rmtree, j("none"), ignore_errors=True)
show(shutil.rmtree, j("a.py"))
show(shutil.rmtree, j("link"))
errors = []
shutil.rmtree(j("none"), onerror=lambda f, p, e: errors.append((f.__name__, os.path.basename(p), e[0].__name__)))
print(errors, os.path.exists(j("src2")), shutil.which("no-such-program"), shutil.which("a.py", path=top))
os.environ.update(COLUMNS="77", LINES="33")
print(shutil.get_terminal_size(), shutil.get_terminal_size().columns, issubclass(shutil.SameFileError, shutil.Error), issubclass(shutil.Error, OSError))
import io
out = io.BytesIO()
shutil.copyfileobj(io.BytesIO(b"x" * 100000), out, 1000)
print(len(out.getvalue()))
shutil.rmtree(top)
print(os.path.exists(top))
