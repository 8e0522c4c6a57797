# Reading and writing at a place, in several pieces, between files; locks, advice, blocking.
# test: needs=processes
import os
import tempfile


def show(f, *args, **kw):
    try:
        print(f.__name__, repr(f(*args, **kw)).replace(top, "TOP"))
    except Exception as e:
        print(f.__name__, type(e).__name__, str(e).replace("posix.", "os.").replace(top, "TOP"))


top = tempfile.mkdtemp()
name = os.path.join(top, "a")
fd = os.open(name, os.O_RDWR | os.O_CREAT)
show(os.pwrite, fd, b"0123456789", 2)
show(os.pread, fd, 5, 0)
show(os.pread, fd, 100, 4)
show(os.pread, fd, 0, 0)
show(os.pread, fd, 5, 1000)
for args in ((fd, -1, 0), (99, 1, 0), (fd, 1, "a"), (fd, 1, 2**70), (fd, 1), ("x", 1, 0), (fd, 1, -1)):
    show(os.pread, *args)
for args in ((fd, "text", 0), (fd, b"", 0), (fd, memoryview(b"zz"), 0), (fd, bytearray(b"yy"), 20), (99, b"a", 0)):
    show(os.pwrite, *args)
show(os.writev, fd, [b"abc", bytearray(b"de"), memoryview(b"fgh")])
show(os.writev, fd, (b"!",))
os.lseek(fd, 0, os.SEEK_SET)
parts = [bytearray(3), bytearray(2), bytearray(100)]
show(os.readv, fd, parts)
print(parts[0], parts[1], parts[2].rstrip(b"\0"))
show(os.preadv, fd, parts[:2], 4)
print(parts[0], parts[1])
show(os.pwritev, fd, [b"P", b"Q"], 1)
show(os.preadv, fd, parts[:1], 0, 0)
print(parts[0])
for f in (os.readv, os.writev):
    show(f, fd, 5)
    show(f, fd, [1])
    show(f, fd, "ab")
    show(f, fd, {})
    show(f, 99, [bytearray(1)])
show(os.readv, fd, [b"fixed"])
show(os.preadv, fd, 5, 0)
show(os.pwritev, fd, 5, 0)
show(os.preadv, fd, parts, 0, os.RWF_HIPRI | os.RWF_NOWAIT | 1 << 20)
show(os.pwritev, fd, [b"z"], 0, os.RWF_DSYNC)

# from file to file
other = os.open(os.path.join(top, "b"), os.O_RDWR | os.O_CREAT)
show(os.sendfile, other, fd, 0, 5)
show(os.sendfile, other, fd, offset=5, count=3)
os.lseek(fd, 2, os.SEEK_SET)
show(os.sendfile, out_fd=other, in_fd=fd, offset=None, count=2)
print(os.lseek(fd, 0, os.SEEK_CUR), os.pread(other, 100, 0))
for args in ((other, 99, 0, 5), (99, fd, None, 5), (other, fd, "a", 5), (other, fd, 0)):
    show(os.sendfile, *args)
os.ftruncate(other, 0)
show(os.copy_file_range, fd, other, 4, 0, 0)
show(os.copy_file_range, fd, other, 3, offset_src=4, offset_dst=4)
show(os.copy_file_range, src=fd, dst=other, count=0)
print(os.pread(other, 100, 0))
show(os.copy_file_range, fd, other, -1)
show(os.copy_file_range, 99, other, 1)

# locks, advice, room
show(os.lockf, fd, os.F_LOCK, 4)
show(os.lockf, fd, os.F_TEST, 0)
show(os.lockf, fd, os.F_ULOCK, 0)
show(os.lockf, 99, os.F_TLOCK, 0)
show(os.lockf, fd, 77, 0)
show(os.posix_fadvise, fd, 0, 0, os.POSIX_FADV_SEQUENTIAL)
show(os.posix_fadvise, fd, 0, 0, 99)
show(os.posix_fadvise, 99, 0, 0, 0)
show(os.posix_fallocate, fd, 0, 4096)
print(os.fstat(fd).st_size)
show(os.posix_fallocate, fd, 0, 0)
show(os.posix_fallocate, 99, 0, 1)
show(os.fdatasync, fd)
with open(name) as f:
    show(os.fdatasync, f)
    show(os.device_encoding, f.fileno())
for bad in (99, -1, "a", None):
    show(os.fdatasync, bad)
show(os.sync)
show(os.memfd_create, 5)
memory = os.memfd_create("name")
print(os.get_inheritable(memory), os.write(memory, b"in memory"), os.pread(memory, 20, 3), os.fstat(memory).st_size)
os.close(memory)
memory = os.memfd_create("name", flags=0)
print(os.get_inheritable(memory))

# pipes
r, w = os.pipe2(os.O_NONBLOCK)
print(os.get_blocking(r), os.get_blocking(w), os.get_inheritable(r))
show(os.read, r, 1)
show(os.readv, r, [bytearray(2)])
os.set_blocking(r, True)
print(os.get_blocking(r), os.get_blocking(w))
show(os.pipe2, "a")
show(os.pipe2, 1)
show(os.get_blocking, 99)
show(os.pread, r, 1, 0)
show(os.ttyname, r)
show(os.ttyname, 99)
show(os.ctermid)
os.closerange(min(r, w), max(r, w) + 1)
show(os.write, w, b"a")
show(os.closerange, 90, 80)
print(len(os.getrandom(10)), os.getrandom(0), len(os.getrandom(size=3, flags=os.GRND_NONBLOCK)))
show(os.getrandom, -1)
show(os.getrandom, 4, 99)
