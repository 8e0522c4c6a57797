# test: needs=modes links
# os: files below an open directory (dir_fd), by descriptor, and links themselves (follow_symlinks).
import os
import stat


def show(call, *args, **keywords):
    try:
        print(call(*args, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


os.mkdir('top')
top = os.open('top', os.O_RDONLY)
os.mkdir('inner', dir_fd=top)
os.mkdir('other', 0o700, dir_fd=top)
file = os.open('file', os.O_CREAT | os.O_RDWR, 0o640, dir_fd=top)
os.write(file, b'0123456789')
print(sorted(os.listdir(top)), sorted(os.listdir('top')))
print(os.stat('file', dir_fd=top).st_size, oct(os.stat('file', dir_fd=top).st_mode), os.stat(file).st_size)
os.symlink('file', 'link', dir_fd=top)
os.symlink('nowhere', b'dangling', dir_fd=top)
print(os.readlink('link', dir_fd=top), os.readlink(b'dangling', dir_fd=top), os.readlink('top/link'))
print(stat.S_ISLNK(os.stat('link', dir_fd=top, follow_symlinks=False).st_mode), stat.S_ISLNK(os.lstat('link', dir_fd=top).st_mode),
      stat.S_ISLNK(os.stat('top/link', follow_symlinks=False).st_mode), stat.S_ISREG(os.stat('link', dir_fd=top).st_mode))
show(os.stat, 'dangling', dir_fd=top)
print(os.access('file', os.R_OK, dir_fd=top), os.access('nothing', os.F_OK, dir_fd=top), os.access('dangling', os.F_OK, dir_fd=top),
      os.access('dangling', os.F_OK, dir_fd=top, follow_symlinks=False), os.access('file', os.R_OK, dir_fd=top, effective_ids=True))

os.utime(file, ns=(1_000_000_001, 2_000_000_002))
print(os.stat(file).st_atime_ns, os.stat('file', dir_fd=top).st_mtime_ns)
os.utime('file', (3, 4.5), dir_fd=top)
print(os.stat(file).st_atime_ns, os.stat(file).st_mtime_ns)
os.utime('link', (5, 6), dir_fd=top, follow_symlinks=False)
print(os.stat(file).st_mtime, os.lstat('top/link').st_mtime, os.stat('link', dir_fd=top, follow_symlinks=False).st_mtime)
os.utime(file)
print(os.stat(file).st_mtime > 1_000_000_000)

os.chmod('file', 0o600, dir_fd=top)
print(oct(os.stat(file).st_mode))
os.chmod(file, 0o644)
print(oct(os.stat('top/file').st_mode))
os.truncate(file, 3)
print(os.stat(file).st_size)

os.rename('file', 'inner/moved', src_dir_fd=top, dst_dir_fd=top)
inner = os.open('inner', os.O_RDONLY, dir_fd=top)
os.replace('moved', 'back', src_dir_fd=inner, dst_dir_fd=top)
os.link('back', 'second', src_dir_fd=top, dst_dir_fd=inner)
print(sorted(os.listdir(top)), os.listdir(inner), os.stat(file).st_nlink)
os.link('top/link', 'top/link2', follow_symlinks=False)
print(os.path.islink('top/link2'))
with os.scandir(top) as entries:
    for entry in sorted(entries, key=lambda e: e.name):
        print(entry.name, entry.path, entry.is_dir(), entry.is_file(), entry.is_symlink(), entry.stat(follow_symlinks=False).st_size)

for call, arguments, keywords in [
        (os.mkdir, (3,), {}), (os.rename, (3, 'x'), {}), (os.rename, ('x', 3.5), {}), (os.replace, (None, 'x'), {}), (os.open, (3, 0), {}),
        (os.stat, (3.5,), {}), (os.lstat, (3,), {}), (os.access, (3, 0), {}), (os.stat, ('x',), {'dir_fd': 'a'}), (os.stat, (top,), {'dir_fd': 3}),
        (os.stat, (top,), {'follow_symlinks': False}), (os.utime, (top,), {'dir_fd': 4}), (os.utime, (top,), {'follow_symlinks': False}),
        (os.readlink, (3,), {}), (os.symlink, (3, 'x'), {}), (os.symlink, ('x', 3), {}), (os.link, (3, 'x'), {}), (os.listdir, (9999,), {}),
        (os.scandir, (9999,), {}), (os.listdir, (3.5,), {}), (os.scandir, (3.5,), {}), (os.listdir, (file,), {}), (os.stat, ('no',), {'dir_fd': file}),
        (os.access, ('x', 0), {'dir_fd': file}), (os.unlink, (b'x',), {'dir_fd': 9999}), (os.chmod, ('nope', 3), {}), (os.utime, ('nope',), {}),
        (os.chmod, (9999, 3), {}), (os.utime, (9999,), {}), (os.stat, (9999,), {}), (os.truncate, (9999, 3), {}), (os.chdir, (9999,), {}),
        (os.chdir, (3.5,), {}), (os.truncate, ('nope', 3), {}), (os.truncate, (2.5, 3), {}), (os.symlink, ('a', 'b'), {'dir_fd': 9999}),
        (os.rename, ('a', 'b'), {'src_dir_fd': 9999}), (os.link, ('a', 'b'), {'src_dir_fd': 9999}), (os.stat, ('x',), {'dir_fd': 2 ** 40}),
        (os.stat, (2 ** 40,), {}), (os.open, ('nope', 0), {'dir_fd': 9999}), (os.stat, (None,), {}), (os.mkdir, ('a\0',), {}),
        (os.rmdir, ('no',), {'dir_fd': top}), (os.remove, ('no',), {'dir_fd': top}), (os.rmdir, (1.5,), {}), (os.remove, (1.5,), {}),
        (os.utime, ('x', (1,)), {}), (os.utime, ('x',), {'ns': (1, 2.5)}), (os.utime, ('x', (1, 2)), {'ns': (1, 2)}), (os.mkdir, ('x',), {'dir_fd': 1.5}),
        (os.chmod, ('top/link', 0o600), {'follow_symlinks': False}), (os.chmod, ('link', 0o600), {'follow_symlinks': False, 'dir_fd': top}),
        (os.mkdir, ('x', 0o700, top), {}), (os.rename, ('x',), {})]:
    show(call, *arguments, **keywords)

where = os.getcwd()
os.chdir(top)
print(os.path.basename(os.getcwd()))
os.chdir(where)

for root, dirs, files, descriptor in os.fwalk('top'):
    print(root, sorted(dirs), sorted(files), os.stat(descriptor).st_ino == os.stat(root).st_ino)
    dirs.sort()
for root, dirs, files, descriptor in os.fwalk(b'.', topdown=False, dir_fd=top):
    print(root, sorted(dirs), sorted(files))
os.symlink('inner', 'to_inner', dir_fd=top)
for follow in (False, True):
    for root, dirs, files, descriptor in os.fwalk('top', follow_symlinks=follow):
        dirs.sort()
        print(root, dirs, sorted(files))
show(list, os.fwalk('missing'))
show(list, os.fwalk('missing', onerror=print))
show(list, os.fwalk('top/file'))
show(list, os.fwalk('top/to_inner'))
show(list, os.fwalk('top', dir_fd=9999))
walk = os.fwalk('top')
print(next(walk)[0])
walk.close()

for name in ['supports_dir_fd', 'supports_fd', 'supports_follow_symlinks', 'supports_effective_ids']:
    print(name, type(getattr(os, name)), sorted(f.__name__ for f in getattr(os, name) if f.__name__ != 'execve'))
print(os.stat in os.supports_dir_fd, os.lstat in os.supports_dir_fd)

for name in ['link', 'link2', 'dangling', 'back', 'inner/second', 'to_inner']:
    os.unlink(name, dir_fd=top)
os.rmdir('inner', dir_fd=top)
os.rmdir('other', dir_fd=top)
print(os.listdir(top))
