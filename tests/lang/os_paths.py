# test: needs=processes modes
import os
import os.path as path


def t(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


for p in ("", "/", "//", "///", "a", "/a", "a/", "/a/b", "a//b/", "./a/../b", "../..", "/../a", "//a/b", "a.txt", ".bashrc", "a.b.c", "..x", "a/.b.c", "a.", "é/ü.x"):
    print(ascii([p, path.normpath(p), path.split(p), path.splitext(p), path.basename(p), path.dirname(p), path.isabs(p), path.splitdrive(p), path.normcase(p), path.join(p, "x"), path.join("x", p)]))
t(lambda: path.join("a", "b", "/c", "d")); t(lambda: path.join("a", b"b")); t(lambda: path.join("a", 5)); t(lambda: path.join(b"a", b"b")); t(lambda: path.split(5)); t(lambda: path.basename(b"a/b"))
t(lambda: path.commonpath(["/a/b/c", "/a/b/d"])); t(lambda: path.commonpath(["a/b", "a/c/d"])); t(lambda: path.commonpath([])); t(lambda: path.commonpath(["/a", "b"])); t(lambda: path.commonprefix(["abc", "abd"])); t(lambda: path.commonprefix([]))
t(lambda: path.relpath("/a/b/c", "/a/d")); t(lambda: path.relpath("")); t(lambda: path.relpath("a", "a")); t(lambda: path.exists("/nonexistent")); t(lambda: path.exists("a\0b")); t(lambda: path.isfile("/")); t(lambda: path.isdir("/")); t(lambda: path.ismount("/"))
os.environ["PORTALIS_X"] = "val"
t(lambda: path.expandvars("$PORTALIS_X ${PORTALIS_X} $NOPE_ $ ${")); t(lambda: path.expanduser("~root/x")); t(lambda: os.environ["PORTALIS_X"]); t(lambda: os.getenv("PORTALIS_X")); t(lambda: os.getenv("NOPE_")); t(lambda: os.getenv("NOPE_", 5))
t(lambda: os.environ["NOPE_"]); t(lambda: os.environ.get("NOPE_")); t(lambda: "PORTALIS_X" in os.environ); t(lambda: os.environ.pop("PORTALIS_X")); t(lambda: "PORTALIS_X" in os.environ); t(lambda: os.environ.__setitem__("a", 5)); t(lambda: os.environ.__delitem__("NOPE_"))
t(lambda: os.listdir("/nonexistent")); t(lambda: os.remove("/nonexistent")); t(lambda: os.rename("/nonexistent", "/x/y")); t(lambda: os.mkdir("/")); t(lambda: os.stat("/nonexistent")); t(lambda: os.chdir("/nonexistent")); t(lambda: os.rmdir("/nonexistent")); t(lambda: os.open("/nonexistent", os.O_RDONLY)); t(lambda: os.close(9999)); t(lambda: os.read(9999, 1)); t(lambda: os.readlink("/"))
t(lambda: os.fspath(5)); t(lambda: os.fspath("a")); t(lambda: os.fsencode("é")); t(lambda: os.fsdecode(b"\xff")); t(lambda: os.strerror(2)); t(lambda: os.urandom(-1)); t(lambda: len(os.urandom(5))); t(lambda: os.cpu_count() > 0); t(lambda: os.getpid() > 1); t(lambda: os.error is OSError)
t(lambda: [os.sep, os.linesep, os.name, os.curdir, os.pardir, os.pathsep, os.extsep, os.altsep, os.devnull, path.sep])
t(lambda: os.WEXITSTATUS(os.system("exit 3")))
d = "/tmp/portalis_os_%d" % os.getpid()
os.makedirs(d + "/a/b/c")
os.makedirs(d + "/a/b/c", exist_ok=True)
try:
    os.makedirs(d + "/a/b/c")
except FileExistsError as e:
    print(e.errno, e.filename == d + "/a/b/c")
for n in ("f1", "a/f2", "a/b/f3", "a/b/c/f4"):
    with open(path.join(d, n), "w") as f:
        f.write(n)
os.symlink("f1", d + "/link"); print(os.readlink(d + "/link"), path.islink(d + "/link"), path.lexists(d + "/link"), path.realpath(d + "/link") == d + "/f1", path.samefile(d + "/f1", d + "/link"))
print(sorted(os.listdir(d)), sorted((e.name, e.is_dir(), e.is_file(), e.is_symlink(), e.path == path.join(d, e.name)) for e in os.scandir(d)))
print([(r[len(d):], sorted(ds), sorted(fs)) for r, ds, fs in os.walk(d)])
print([(r[len(d):], sorted(ds), sorted(fs)) for r, ds, fs in os.walk(d, topdown=False)])
for r, ds, fs in os.walk(d):
    print(r[len(d):], ds)
    ds[:] = [x for x in ds if x != "b"]
st = os.stat(d + "/f1")
print(st.st_size, st[6], oct(st.st_mode & 0o777) != "", st.st_nlink, path.getsize(d + "/f1"), st.st_mtime == path.getmtime(d + "/f1"), len(st), st.st_mtime_ns // 10**9 == st[8])
os.utime(d + "/f1", (1000, 2000.5)); print(os.stat(d + "/f1").st_atime, os.stat(d + "/f1").st_mtime, os.stat(d + "/f1").st_mtime_ns)
os.chmod(d + "/f1", 0o600); print(oct(os.stat(d + "/f1").st_mode), os.access(d + "/f1", os.R_OK), os.access(d + "/f1", os.X_OK) in (True, False))
os.rename(d + "/f1", d + "/f9"); os.replace(d + "/f9", d + "/f8"); os.link(d + "/f8", d + "/f7"); print(sorted(os.listdir(d)), os.stat(d + "/f7").st_nlink, sorted(os.listdir(os.fsencode(d))))
cwd = os.getcwd(); os.chdir(d); print(os.getcwd() == path.realpath(d), path.abspath("x") == path.realpath(d) + "/x", sorted(os.listdir()), path.relpath(d)); os.chdir(cwd)


class P:
    def __fspath__(self):
        return d


print(path.exists(P()), path.join(P(), "x") == d + "/x", isinstance(P(), os.PathLike), isinstance("a", os.PathLike), issubclass(P, os.PathLike), os.fspath(P()) == d)
fd = os.open(d + "/g", os.O_RDWR | os.O_CREAT, 0o644); print(os.write(fd, b"hello"), os.lseek(fd, 1, os.SEEK_SET), os.read(fd, 3), os.isatty(fd), os.fstat(fd).st_size); os.ftruncate(fd, 2); fd2 = os.dup(fd); os.close(fd); print(os.fstat(fd2).st_size); os.close(fd2)
for r, ds, fs in os.walk(d, topdown=False):
    for n in fs:
        os.remove(path.join(r, n))
    for n in ds:
        os.rmdir(path.join(r, n))
os.rmdir(d)
print(path.exists(d))
