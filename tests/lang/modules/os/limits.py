# Limits by name and number.
# test: needs=processes
import os
import tempfile


def show(f, *args, **kw):
    try:
        print(f.__name__, repr(f(*args, **kw)).replace(top, "TOP"))
    except Exception as e:
        print(f.__name__, type(e).__name__, str(e).replace(top, "TOP"), str(getattr(e, "filename", "-")).replace(top, "TOP"))


top = tempfile.mkdtemp()
print(os.sysconf_names)
print(os.pathconf_names)
print(os.confstr_names)
for name in ("SC_PAGESIZE", "SC_CLK_TCK", "SC_VERSION", "SC_IOV_MAX", os.sysconf_names["SC_PAGE_SIZE"], "SC_LOGIN_NAME_MAX", "SC_2_CHAR_TERM", "SC_NONE", 99999, 1.5, b"SC_PAGESIZE", True, 2**40, "SC_CHARCLASS_NAME_MAX"):
    show(os.sysconf, name)
print(os.sysconf("SC_NPROCESSORS_CONF") >= 1)
fd = os.open(top, os.O_RDONLY)
for name in ("PC_NAME_MAX", "PC_PATH_MAX", "PC_PIPE_BUF", 3, "PC_NONE", 999, None):
    show(os.pathconf, top, name)
    show(os.fpathconf, fd, name)
show(os.pathconf, fd, name="PC_NAME_MAX")
show(os.pathconf, top.encode(), "PC_NAME_MAX")
show(os.pathconf, top + "/lost", "PC_LINK_MAX")
show(os.pathconf, 99, "PC_LINK_MAX")
show(os.fpathconf, 99, "PC_LINK_MAX")
show(os.fpathconf, "x", 1)
with open(os.path.join(top, "f"), "w") as f:
    show(os.fpathconf, f, "PC_NAME_MAX")
for name in ("CS_PATH", 0, "CS_NONE", 99999, 1.5, "CS_GNU_LIBC_VERSION", "CS_XBS5_LP64_OFF64_CFLAGS"):
    show(os.confstr, name)
