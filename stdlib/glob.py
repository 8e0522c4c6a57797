"""Names of files that match a shell pattern; ** stands for any number of folders."""

import fnmatch
import itertools
import os

__all__ = ["escape", "glob", "iglob"]


def has_magic(s):
    return any(c in s for c in (b"*?[" if isinstance(s, bytes) else "*?["))


def escape(pathname):
    drive, rest = os.path.splitdrive(pathname)
    if isinstance(pathname, bytes):
        return drive + b"".join(b"[" + bytes([c]) + b"]" if c in b"*?[" else bytes([c]) for c in rest)
    return drive + "".join("[" + c + "]" if c in "*?[" else c for c in rest)


def _hidden(name):
    return name[:1] in (".", b".")


def _is_recursive(pattern):
    return pattern in ("**", b"**")


def _join(folder, name):
    return os.path.join(folder, name) if folder and name else folder or name


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    root_dir = os.fspath(root_dir) if root_dir is not None else pathname[:0]
    found = _iglob(pathname, root_dir, recursive, False, include_hidden)
    if not pathname or recursive and _is_recursive(pathname[:2]):
        first = next(found, None)                        # the empty name
        if first:
            found = itertools.chain([first], found)
    return found


def _iglob(pathname, root, recursive, only_folders, hidden):
    folder, base = os.path.split(pathname)
    if not has_magic(pathname):
        if base:
            if os.path.lexists(_join(root, pathname)):
                yield pathname
        elif os.path.isdir(_join(root, folder)):
            yield pathname
        return
    if not folder:
        yield from _below(root, base, recursive, only_folders, hidden)
        return
    if folder != pathname and has_magic(folder):
        folders = _iglob(folder, root, recursive, True, hidden)
    else:
        folders = [folder]
    for each in folders:
        if has_magic(base):
            names = _below(_join(root, each), base, recursive, only_folders, hidden)
        elif not base:
            names = [base] if os.path.isdir(_join(root, each)) else []
        else:
            names = [base] if os.path.lexists(_join(_join(root, each), base)) else []
        for name in names:
            yield os.path.join(each, name)


def _below(folder, pattern, recursive, only_folders, hidden):
    if recursive and _is_recursive(pattern):
        if not folder or os.path.isdir(folder):
            yield pattern[:0]
        yield from _all_below(folder, only_folders, hidden)
        return
    names = _entries(folder, only_folders)
    if not hidden and not _hidden(pattern):
        names = [n for n in names if not _hidden(n)]
    yield from fnmatch.filter(names, pattern)


def _all_below(folder, only_folders, hidden):
    for name in _entries(folder, only_folders):
        if hidden or not _hidden(name):
            yield name
            for below in _all_below(_join(folder, name), only_folders, hidden):
                yield _join(name, below)


def _entries(folder, only_folders):
    try:
        with os.scandir(folder or (os.curdir if isinstance(folder, str) else b".")) as entries:
            return [e.name for e in entries if not only_folders or _is_folder(e)]
    except OSError:
        return []


def _is_folder(entry):
    try:
        return entry.is_dir()
    except OSError:
        return False
