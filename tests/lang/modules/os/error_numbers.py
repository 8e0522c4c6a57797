import errno
import os

print(sorted((name, value) for name, value in vars(errno).items() if name.startswith("E")))
print(errno.errorcode, len(errno.errorcode))
try:
    open("nowhere-at-all")
except OSError as error:
    print(error.errno == errno.ENOENT, errno.errorcode[error.errno], os.strerror(errno.ENOENT))
from errno import EEXIST, EWOULDBLOCK, EAGAIN
print(EEXIST, EWOULDBLOCK == EAGAIN)
