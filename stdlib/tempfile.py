"""Temporary files and directories."""

import os as _os
import io as _io
from random import Random as _Random

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp", "mktemp",
           "TMP_MAX", "gettempprefix", "tempdir", "gettempdir", "gettempprefixb", "gettempdirb"]

TMP_MAX = 10000
template = "tmp"
tempdir = None

_random = _Random()
_random_pid = None


def _random_name():
    global _random, _random_pid
    pid = _os.getpid()
    if pid != _random_pid:
        _random, _random_pid = _Random(), pid
    return ''.join(_random.choices("abcdefghijklmnopqrstuvwxyz0123456789_", k=8))


def gettempprefix():
    """The default prefix of temporary names."""
    return _os.fsdecode(template)


def gettempprefixb():
    return _os.fsencode(template)


def gettempdir():
    """The directory for temporary files: TMPDIR, TEMP, TMP, or a usual place."""
    global tempdir
    if tempdir is None:
        candidates = [_os.getenv(name) for name in ('TMPDIR', 'TEMP', 'TMP')] + ['/tmp', '/var/tmp', '/usr/tmp', _os.getcwd()]
        for path in candidates:
            if path and _os.path.isdir(path) and _os.access(path, _os.W_OK | _os.X_OK):
                tempdir = _os.path.abspath(path)
                break
        else:
            raise FileNotFoundError(2, "No usable temporary directory found in %s" % [c for c in candidates if c])
    return _os.fsdecode(tempdir)


def gettempdirb():
    return _os.fsencode(gettempdir())


def _parts(prefix, suffix, dir):
    """The three parts with their defaults, all str or all bytes."""
    kinds = {type(_os.fspath(part)) for part in (prefix, suffix, dir) if part is not None}
    if len(kinds) > 1:
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    as_bytes = kinds == {bytes}
    if suffix is None:
        suffix = b'' if as_bytes else ''
    if prefix is None:
        prefix = gettempprefixb() if as_bytes else gettempprefix()
    if dir is None:
        dir = gettempdirb() if as_bytes else gettempdir()
    return prefix, suffix, dir


def _make(prefix, suffix, dir, create):
    """create(path) for random names until one is free; (path, what it returned)."""
    prefix, suffix, dir = _parts(prefix, suffix, dir)
    for _ in range(TMP_MAX):
        name = _random_name()
        if isinstance(prefix, bytes):
            name = _os.fsencode(name)
        path = _os.path.abspath(_os.path.join(dir, prefix + name + suffix))
        try:
            return path, create(path)
        except FileExistsError:
            continue
    raise FileExistsError(17, "No usable temporary name found")


_flags = _os.O_RDWR | _os.O_CREAT | _os.O_EXCL | _os.O_NOFOLLOW


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """Makes a file only this user can read; (descriptor, path)."""
    path, fd = _make(prefix, suffix, dir, lambda path: _os.open(path, _flags, 0o600))
    return fd, path


def mkdtemp(suffix=None, prefix=None, dir=None):
    """Makes a directory only this user can read; its path."""
    return _make(prefix, suffix, dir, lambda path: _os.mkdir(path, 0o700))[0]


def mktemp(suffix="", prefix=template, dir=None):
    """A name that was free; another program may take it first."""
    def check_free(path):
        if _os.path.lexists(path):
            raise FileExistsError(17, "File exists")
    return _make(prefix, suffix, dir, check_free)[0]


class _TemporaryFileWrapper:
    """A file with a name that is removed when it is closed."""

    def __init__(self, file, name, delete=True):
        self.file = file
        self.name = name
        self.delete = delete
        self._closed = False

    def __getattr__(self, name):
        return getattr(self.__dict__['file'], name)

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        result = self.file.__exit__(exc, value, tb)
        self.close()
        return result

    def __iter__(self):
        for line in self.file:
            yield line

    def close(self):
        if not self._closed:
            self._closed = True
            try:
                self.file.close()
            finally:
                if self.delete:
                    try:
                        _os.unlink(self.name)
                    except FileNotFoundError:
                        pass

    def __del__(self):
        self.close()

    def __repr__(self):
        return "<%s at %#x: %r>" % (type(self).__name__, id(self), self.file)


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *,
                       errors=None):
    """An open temporary file with a name."""
    fd, name = mkstemp(suffix, prefix, dir)
    try:
        file = _io.open(fd, mode, buffering, encoding, errors, newline)
    except BaseException:
        _os.close(fd)
        _os.unlink(name)
        raise
    return _TemporaryFileWrapper(file, name, delete)


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
    """An open temporary file without a name."""
    fd, name = mkstemp(suffix, prefix, dir)
    _os.unlink(name)
    return _io.open(fd, mode, buffering, encoding, errors, newline)


class SpooledTemporaryFile(_io.IOBase):
    """Kept in memory until it grows past max_size, then a TemporaryFile."""

    def __init__(self, max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                 errors=None):
        if 'b' in mode:
            self._file = _io.BytesIO()
        else:
            self._file = _io.TextIOWrapper(_io.BytesIO(), encoding, errors, newline)
        self._max_size = max_size
        self._rolled = False
        self._arguments = (mode, buffering, encoding, newline, suffix, prefix, dir)
        self._errors = errors

    def rollover(self):
        if self._rolled:
            return
        file = TemporaryFile(*self._arguments, errors=self._errors)
        position = self._file.tell()
        self._file.seek(0)
        file.write(self._file.read())
        file.seek(position)
        self._file = file
        self._rolled = True

    def _check(self):
        if not self._rolled and self._max_size and self._file.tell() > self._max_size:
            self.rollover()

    def write(self, s):
        result = self._file.write(s)
        self._check()
        return result

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def read(self, *args):
        return self._file.read(*args)

    def readline(self, *args):
        return self._file.readline(*args)

    def readlines(self, *args):
        return self._file.readlines(*args)

    def seek(self, *args):
        return self._file.seek(*args)

    def tell(self):
        return self._file.tell()

    def truncate(self, size=None):
        if size is not None and self._max_size and size > self._max_size:
            self.rollover()
        return self._file.truncate(size)

    def flush(self):
        self._file.flush()

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def close(self):
        self._file.close()

    @property
    def closed(self):
        return self._file.closed

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def __iter__(self):
        return iter(self._file)

    def __enter__(self):
        if self._file.closed:
            raise ValueError("Cannot enter context with closed file")
        return self

    def __exit__(self, exc, value, tb):
        self._file.close()


def _remove_tree(path):
    with _os.scandir(path) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                _remove_tree(entry.path)
            else:
                try:
                    _os.unlink(entry.path)
                except FileNotFoundError:
                    pass
    _os.rmdir(path)


class TemporaryDirectory:
    """A directory that is removed, with everything in it, at the end of a with block, by cleanup(), or when it dies."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore_cleanup_errors = ignore_cleanup_errors
        self._removed = False

    def __repr__(self):
        return "<{} {!r}>".format(self.__class__.__name__, self.name)

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        self.cleanup()

    def cleanup(self):
        if self._removed:
            return
        self._removed = True
        try:
            _remove_tree(self.name)
        except FileNotFoundError:
            pass
        except OSError:
            if not self._ignore_cleanup_errors:
                raise

    def __del__(self):
        if not self.__dict__.get('_removed', True):
            self._ignore_cleanup_errors = True
            self.cleanup()
