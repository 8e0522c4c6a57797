# Owners, modes, special files, attributes, file systems, and what the calls say when they fail.
# test: needs=processes
import os
import stat
import sys
import tempfile
from pathlib import Path


def show(f, *args, **kw):
    try:
        print(f.__name__, repr(f(*args, **kw)).replace(top, "TOP"))
    except Exception as e:
        print(f.__name__, type(e).__name__, str(e).replace(top, "TOP"), str(getattr(e, "filename", "-")).replace(top, "TOP"))


top = tempfile.mkdtemp()
name = os.path.join(top, "file")
link = os.path.join(top, "link")
lost = os.path.join(top, "lost")
Path(name).write_text("text")
os.symlink("lost", link)
me = os.getuid(), os.getgid()
fd = os.open(name, os.O_RDWR)
folder = os.open(top, os.O_RDONLY)

for args, kw in (((name, *me), {}), ((name.encode(), -1, -1), {}), ((Path(name), *me), {}), ((fd, *me), {}), ((link, *me), {}), ((link, *me), {"follow_symlinks": False}), (("file", *me), {"dir_fd": folder}), ((lost, *me), {}), ((99, *me), {}), ((1.5, 1, 1), {}), ((name, "a", 1), {}), ((name, 1, None), {}), ((name, -2, 1), {}), ((name, 1, 2**32), {}), ((name, 2**70, 1), {}), ((fd, *me), {"follow_symlinks": False}), ((fd, *me), {"dir_fd": folder}), ((name, 1), {}), (("a\0b", 1, 1), {}), (("file", *me), {"dir_fd": "x"})):
    show(os.chown, *args, **kw)
show(os.lchown, link, *me)
show(os.lchown, lost, *me)
show(os.lchown, fd, *me)
show(os.fchown, fd, *me)
show(os.fchown, 99, *me)
show(os.fchown, fd, gid=-1, uid=-1)
show(os.fchmod, fd, 0o640)
print(oct(os.stat(fd).st_mode))
show(os.fchmod, 99, 0)
show(os.chmod, 99, 0)
show(os.stat, 99)
show(os.fstat, 99)

show(os.mkfifo, os.path.join(top, "fifo"), 0o600)
show(os.mkfifo, "fifo2", dir_fd=folder)
show(os.mkfifo, name)
show(os.mkfifo, fd)
show(os.mknod, os.path.join(top, "node"), 0o600 | stat.S_IFREG)
show(os.mknod, os.path.join(top, "node2").encode(), mode=stat.S_IFIFO | 0o644, device=0)
show(os.mknod, "node3", dir_fd=folder)
show(os.mknod, name)
show(os.mknod, lost + "/x")
for entry in sorted(os.listdir(top)):
    mode = os.lstat(os.path.join(top, entry)).st_mode
    print(entry, stat.filemode(mode & ~0o022))
device = os.makedev(259, 70000)
print(device, os.major(device), os.minor(device), os.makedev(0, 0), os.makedev(4095, 255), os.makedev(4096, 256), os.makedev(-1, 5))
print(os.stat("/dev/null").st_rdev == os.makedev(1, 3))
for f, args in ((os.major, (-1,)), (os.major, (2**64,)), (os.minor, ("a",)), (os.makedev, ("a", 1)), (os.makedev, (1, 2**40))):
    show(f, *args)

info = os.statvfs(top)
print(type(info), len(info), info == os.fstatvfs(fd) or info[:2] == os.fstatvfs(fd)[:2], info.f_bsize == info[0], info.f_namemax, isinstance(info.f_fsid, int), info.f_flag & os.ST_RDONLY)
print(os.statvfs_result.n_fields, os.statvfs_result.n_sequence_fields, os.statvfs_result(range(10)))
show(os.statvfs, lost)
show(os.statvfs, 99)
show(os.statvfs, None)
show(os.fstatvfs, 99)
print(isinstance(os.stat(top), os.stat_result), isinstance(os.uname(), os.uname_result), isinstance(os.times(), os.times_result), os.stat_result, os.uname_result, os.times_result, os.terminal_size, os.statvfs_result)

show(os.fchdir, folder)
print(os.getcwd() == os.path.realpath(top))
for bad in (99, -1, "x", fd):
    show(os.fchdir, bad)

# names with an error of the file system's own are passed over: not all have attributes
try:
    os.setxattr(name, "user.one", b"1")
except OSError:
    print("no attributes", file=sys.stderr)
else:
    os.setxattr(fd, b"user.two", bytearray(b"two"), os.XATTR_CREATE)
    os.setxattr(Path(name), "user.empty", b"", flags=0, follow_symlinks=True)
    assert sorted(os.listxattr(name)) == ["user.empty", "user.one", "user.two"] == sorted(os.listxattr(fd))
    assert os.getxattr(name, "user.one") == b"1" and os.getxattr(fd, "user.two", follow_symlinks=True) == b"two" and os.getxattr(name.encode(), b"user.empty") == b""
    try:
        os.setxattr(name, "user.one", b"", os.XATTR_CREATE)
    except FileExistsError as e:
        assert e.filename == name
    os.removexattr(name, "user.one")
    os.removexattr(fd, attribute="user.two")
    assert os.listxattr(path=name) == ["user.empty"]
    try:
        os.getxattr(name, "user.one")
    except OSError as e:
        assert e.errno == 61 and e.filename == name
for f, args, kw in ((os.getxattr, (lost, "user.a"), {}), (os.getxattr, (99, "user.a"), {}), (os.getxattr, (name, 5), {}), (os.getxattr, (1.5, "a"), {}), (os.getxattr, (fd, "a"), {"follow_symlinks": False}), (os.setxattr, (lost, "user.a", b""), {}), (os.setxattr, (name, "user.a", "text"), {}), (os.setxattr, (fd, "user.a", b""), {"follow_symlinks": False}), (os.listxattr, (lost,), {}), (os.listxattr, (99,), {}), (os.listxattr, (1.5,), {}), (os.removexattr, (lost, "user.a"), {}), (os.listxattr, (fd,), {"follow_symlinks": False})):
    show(f, *args, **kw)
print(os.listxattr() == os.listxattr(".") == os.listxattr(None))

print(os.path.sameopenfile(fd, fd), os.path.sameopenfile(fd, folder), os.path.samestat(os.stat(name), os.fstat(fd)), os.path.samestat(os.stat(name), os.stat(top)))
show(os.path.sameopenfile, 99, fd)
show(os.path.samestat, 1, 2)

# renames: directories come and go with the file
show(os.renames, name, os.path.join(top, "x", "y", "z"))
show(os.renames, os.path.join(top, "x", "y", "z"), os.path.join(top, "w", "z"))
print(sorted(os.listdir(top)), os.path.exists(os.path.join(top, "x")))
show(os.renames, lost, os.path.join(top, "w", "q"))
show(os.renames, os.path.join(top, "w", "z").encode(), name.encode())
show(os.renames, old="file", new="new/a/b")
print(sorted(os.listdir(top)), os.listdir(os.path.join(top, "new")))
