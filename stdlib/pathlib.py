"""Paths of files as objects: pure paths of both kinds of systems, and Path with operations on files."""

import fnmatch
import io
import os
import stat
from collections.abc import Sequence

__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]

_RESERVED = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | {f"{name}{c}" for name in ("COM", "LPT") for c in "123456789\xb2\xb3\xb9"}


class _Posix:
    sep, altsep, windows = "/", "", False

    @staticmethod
    def split_root(part):
        if part.startswith("/"):
            rest = part.lstrip("/")
            return "", "//" if len(part) - len(rest) == 2 else "/", rest
        return "", "", part

    @staticmethod
    def fold(text):
        return text


class _Windows:
    sep, altsep, windows = "\\", "/", True

    @staticmethod
    def split_root(part):
        """(drive, root, rest) of a path with all slashes turned."""
        if part[:2] == "\\\\" and part[2:3] != "\\":
            server = part.find("\\", 2)
            if server > 0 and part[server + 1:server + 2] not in ("\\", ""):
                end = part.find("\\", server + 1)
                end = len(part) if end < 0 else end
                return part[:end], "\\", part[end + 1:]
        drive = part[:2] if part[1:2] == ":" and part[0].isascii() and part[0].isalpha() else ""
        rest = part[len(drive):]
        root = "\\" if rest[:1] == "\\" else ""
        return drive, root, rest.lstrip("\\")

    @staticmethod
    def fold(text):
        return text.lower()


class _Parents(Sequence):
    """The logical ancestors of a path."""

    def __init__(self, path):
        self._path = path
        parts = path._parts
        self._count = len(parts) - 1 if path._drv or path._root else len(parts)

    def __len__(self):
        return self._count

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        if index >= self._count or index < -self._count:
            raise IndexError(index)
        if index < 0:
            index += self._count
        return self._path._make(self._path._drv, self._path._root, self._path._parts[:len(self._path._parts) - index - 1])

    def __repr__(self):
        return "<{}.parents>".format(type(self._path).__name__)


class PurePath:
    """A path without any access to files."""

    __slots__ = ("_drv", "_root", "_parts", "_text", "_hash")
    _flavour = _Posix

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        return cls._from_args(args)

    def __reduce__(self):
        return self.__class__, tuple(self._parts)

    @classmethod
    def _from_args(cls, args):
        self = object.__new__(cls)
        self._drv, self._root, self._parts = cls._parse(args)
        return self

    def _make(self, drv, root, parts):
        other = object.__new__(type(self))
        other._drv, other._root, other._parts = drv, root, parts
        return other

    @classmethod
    def _parse(cls, args):
        texts = []
        for arg in args:
            if isinstance(arg, PurePath):
                texts.append(str(arg))
                continue
            text = os.fspath(arg)
            if not isinstance(text, str):
                raise TypeError("argument should be a str object or an os.PathLike object returning str, not %r" % type(text))
            texts.append(text)
        flavour = cls._flavour
        drv = root = ""
        names = []
        for text in texts:
            if not text:
                continue
            if flavour.altsep:
                text = text.replace(flavour.altsep, flavour.sep)
            d, r, rest = flavour.split_root(text)
            if d and flavour.fold(d) != flavour.fold(drv):
                drv, root, names = d, r, []
            elif r:
                root, names = r, []
                drv = d or drv
            elif d:
                drv = d
            names.extend(p for p in rest.split(flavour.sep) if p and p != ".")
        return drv, root, [drv + root] + names if drv or root else names

    def __str__(self):
        try:
            return self._text
        except AttributeError:
            if self._drv or self._root:
                self._text = self._drv + self._root + self._flavour.sep.join(self._parts[1:])
            else:
                self._text = self._flavour.sep.join(self._parts) or "."
            return self._text

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        return str(self).replace(self._flavour.sep, "/")

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return "{}({!r})".format(self.__class__.__name__, self.as_posix())

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        safe = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-~/"
        quote = lambda b: "".join(chr(c) if c in safe else f"%{c:02X}" for c in b)
        if self._flavour.windows:
            text = self.as_posix()
            if len(self._drv) == 2:
                return "file:///" + self._drv + quote(text[2:].encode("utf-8"))
            return "file:" + quote(text.encode("utf-8"))
        return "file://" + quote(bytes(self))

    @property
    def _folded(self):
        return [self._flavour.fold(p) for p in self._parts]

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._flavour is other._flavour and self._folded == other._folded

    def __hash__(self):
        try:
            return self._hash
        except AttributeError:
            self._hash = hash(tuple(self._folded))
            return self._hash

    def __lt__(self, other):
        return self._folded < other._folded if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._folded <= other._folded if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._folded > other._folded if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._folded >= other._folded if self._comparable(other) else NotImplemented

    def _comparable(self, other):
        return isinstance(other, PurePath) and self._flavour is other._flavour

    @property
    def drive(self):
        return self._drv

    @property
    def root(self):
        return self._root

    @property
    def anchor(self):
        return self._drv + self._root

    @property
    def name(self):
        if len(self._parts) == (1 if self._drv or self._root else 0):
            return ""
        return self._parts[-1]

    @property
    def suffix(self):
        name = self.name
        i = name.rfind(".")
        return name[i:] if 0 < i < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        return [] if name.endswith(".") else ["." + suffix for suffix in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        i = name.rfind(".")
        return name[:i] if 0 < i < len(name) - 1 else name

    def with_name(self, name):
        if not self.name:
            raise ValueError("%r has an empty name" % (self,))
        drv, root, parts = self._parse((name,))
        if not name or name[-1] in (self._flavour.sep, self._flavour.altsep or self._flavour.sep) or drv or root or len(parts) != 1:
            raise ValueError("Invalid name %r" % name)
        return self._make(self._drv, self._root, self._parts[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        f = self._flavour
        if f.sep in suffix or f.altsep and f.altsep in suffix:
            raise ValueError("Invalid suffix %r" % (suffix,))
        if suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError("Invalid suffix %r" % (suffix))
        name = self.name
        if not name:
            raise ValueError("%r has an empty name" % (self,))
        old = self.suffix
        name = name[:-len(old)] + suffix if old else name + suffix
        return self._make(self._drv, self._root, self._parts[:-1] + [name])

    def relative_to(self, *other):
        if not other:
            raise TypeError("need at least one argument")
        base = self._from_args(other)
        n = len(base._parts)
        mine, theirs = self._folded, base._folded
        if base._root and not base._drv and self._drv or mine[:n] != theirs:
            raise ValueError("{!r} is not in the subpath of {!r} OR one path is relative and the other is absolute.".format(
                str(self), str(base)))
        return self._make("", self._root if n == 1 and not base._root and base._drv and self._root and mine != theirs else "", self._parts[n:])

    def is_relative_to(self, *other):
        try:
            self.relative_to(*other)
            return True
        except ValueError:
            return False

    @property
    def parts(self):
        return tuple(self._parts)

    def joinpath(self, *args):
        return self._from_args((self,) + args)

    def __truediv__(self, key):
        try:
            return self._from_args((self, key))
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self._from_args((key, self))
        except TypeError:
            return NotImplemented

    @property
    def parent(self):
        if len(self._parts) == (1 if self._drv or self._root else 0):
            return self
        return self._make(self._drv, self._root, self._parts[:-1])

    @property
    def parents(self):
        return _Parents(self)

    def is_absolute(self):
        return bool(self._root and (self._drv or not self._flavour.windows))

    def is_reserved(self):
        if not self._flavour.windows or not self._parts or self._drv.startswith("\\\\"):
            return False
        return self._parts[-1].partition(".")[0].partition(":")[0].rstrip(" ").upper() in _RESERVED

    def match(self, path_pattern):
        pattern = self._from_args((path_pattern,))
        parts, wanted = self._folded, pattern._folded
        if not wanted:
            raise ValueError("empty pattern")
        if pattern._drv or pattern._root:
            if len(wanted) != len(parts):
                return False
        elif len(wanted) > len(parts):
            return False
        return all(fnmatch.fnmatchcase(p, w) for p, w in zip(reversed(parts), reversed(wanted)))


class PurePosixPath(PurePath):
    __slots__ = ()
    _flavour = _Posix


class PureWindowsPath(PurePath):
    __slots__ = ()
    _flavour = _Windows


class Path(PurePath):
    """A path of this system, with operations on what it names."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        elif cls._flavour is _Windows:
            raise NotImplementedError("cannot instantiate %r on your system" % (cls.__name__,))
        return cls._from_args(args)

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        pass

    def stat(self, *, follow_symlinks=True):
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        return os.lstat(self)

    def _mode_is(self, test, follow=True):
        try:
            return test((self.stat() if follow else self.lstat()).st_mode)
        except (FileNotFoundError, NotADirectoryError, ValueError):
            return False
        except OSError as e:
            if e.errno not in (2, 9, 20, 40):
                raise
            return False

    def exists(self):
        return self._mode_is(lambda mode: True)

    def is_dir(self):
        return self._mode_is(stat.S_ISDIR)

    def is_file(self):
        return self._mode_is(stat.S_ISREG)

    def is_symlink(self):
        return self._mode_is(stat.S_ISLNK, False)

    def is_block_device(self):
        return self._mode_is(stat.S_ISBLK)

    def is_char_device(self):
        return self._mode_is(stat.S_ISCHR)

    def is_fifo(self):
        return self._mode_is(stat.S_ISFIFO)

    def is_socket(self):
        return self._mode_is(stat.S_ISSOCK)

    def is_mount(self):
        if not self.exists() or not self.is_dir():
            return False
        here, above = self.stat(), self.parent.stat()
        return here.st_dev != above.st_dev or here.st_ino == above.st_ino

    def samefile(self, other_path):
        theirs = other_path.stat() if hasattr(other_path, "stat") else os.stat(other_path)
        mine = self.stat()
        return mine.st_ino == theirs.st_ino and mine.st_dev == theirs.st_dev

    def iterdir(self):
        for name in os.listdir(self):
            yield self._make(self._drv, self._root, self._parts + [name])

    def absolute(self):
        return self if self.is_absolute() else self._from_args([os.getcwd(), self])

    def resolve(self, strict=False):
        return self._from_args((os.path.realpath(self, strict=strict),))

    def expanduser(self):
        if not (self._drv or self._root) and self._parts and self._parts[0][:1] == "~":
            home = os.path.expanduser(self._parts[0])
            if home[:1] == "~":
                raise RuntimeError("Could not determine home directory.")
            return self._from_args([home] + self._parts[1:])
        return self

    def owner(self):
        import pwd
        return pwd.getpwuid(self.stat().st_uid).pw_name

    def group(self):
        import grp
        return grp.getgrgid(self.stat().st_gid).gr_name

    def readlink(self):
        return self._from_args((os.readlink(self),))

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        with self.open(mode="rb") as f:
            return f.read()

    def read_text(self, encoding=None, errors=None):
        with self.open(mode="r", encoding=encoding, errors=errors) as f:
            return f.read()

    def write_bytes(self, data):
        view = memoryview(data)
        with self.open(mode="wb") as f:
            return f.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError("data must be str, not %s" % data.__class__.__name__)
        with self.open(mode="w", encoding=encoding, errors=errors, newline=newline) as f:
            return f.write(data)

    def touch(self, mode=0o666, exist_ok=True):
        if exist_ok:
            try:
                os.utime(self, None)
                return
            except OSError:
                pass
        os.close(os.open(self, os.O_CREAT | os.O_WRONLY | (0 if exist_ok else os.O_EXCL), mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        os.rmdir(self)

    def rename(self, target):
        os.rename(self, target)
        return self.__class__(target)

    def replace(self, target):
        os.replace(self, target)
        return self.__class__(target)

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(target, self)

    def hardlink_to(self, target):
        os.link(target, self)

    def glob(self, pattern):
        if not pattern:
            raise ValueError("Unacceptable pattern: {!r}".format(pattern))
        drv, root, parts = self._parse((pattern,))
        if drv or root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        return self._unique(parts + [""] if pattern[-1] == self._flavour.sep else parts)

    def rglob(self, pattern):
        drv, root, parts = self._parse((pattern,))
        if drv or root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        return self._unique(["**"] + (parts + [""] if pattern and pattern[-1] == self._flavour.sep else parts))

    def _unique(self, parts):
        for part in parts:
            if "**" in part and part != "**":
                raise ValueError("Invalid pattern: '**' can only be an entire path component")
        seen = set()
        for path in self._select(parts):
            if path not in seen:
                seen.add(path)
                yield path

    def _select(self, parts):
        if not parts:
            yield self
            return
        first, rest = parts[0], parts[1:]
        if not self.is_dir():
            return
        if first == "**":
            for folder in self._folders():
                yield from folder._select(rest)
        elif first in ("", ".."):
            yield from (self._from_args((self, first)) if first else self)._select(rest)
        elif not any(c in first for c in "*?["):
            path = self._from_args((self, first))
            if path.is_dir() if rest else path.exists():
                yield from path._select(rest)
        else:
            for entry in self._entries():
                if (not rest or entry.is_dir()) and fnmatch.fnmatchcase(entry.name, first):
                    yield from self._make(self._drv, self._root, self._parts + [entry.name])._select(rest)

    def _entries(self):
        try:
            with os.scandir(self) as entries:
                return list(entries)
        except PermissionError:
            return []

    def _folders(self):
        yield self
        for entry in self._entries():
            if entry.is_dir(follow_symlinks=False):
                yield from self._make(self._drv, self._root, self._parts + [entry.name])._folders()


class PosixPath(Path, PurePosixPath):
    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    __slots__ = ()
    _flavour = _Windows
