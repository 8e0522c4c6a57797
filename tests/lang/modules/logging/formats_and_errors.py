# logging: formatters of three styles, times, exceptions in records, stack of the caller, basicConfig, errors while logging.
import io
import logging
import time


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


record = logging.makeLogRecord({"name": "n", "levelno": 30, "levelname": "WARNING", "msg": "hi %s", "args": ("you",), "created": 86400.25, "msecs": 250.0, "lineno": 7, "pathname": "/x/mod.py", "filename": "mod.py", "module": "mod", "funcName": "fn"})
for fmt, style in (("%(message)s", "%"), ("%(levelname)s:%(name)s:%(message)s [%(filename)s:%(lineno)d %(funcName)s %(module)s]", "%"), ("{levelname:>10} {message!r} {lineno:04}", "{"), ("$name - ${message} $$", "$"), (None, "%"), (None, "{"), (None, "$"), ("%(asctime)s %(message)s", "%"), ("{asctime}", "{"), ("$asctime", "$"), ("%(levelno)05d %(msecs)03d", "%")):
    f = logging.Formatter(fmt, style=style)
    f.converter = time.gmtime
    print(f.format(record), "|", f.usesTime())
f = logging.Formatter("%(asctime)s", "%d/%m/%y %H-%M")
f.converter = time.gmtime
print(f.format(record), f.formatTime(record), f.formatTime(record, "%j"))
f.default_msec_format = "%s.%03d"
print(f.formatTime(record))
f.default_msec_format = None
print(f.formatTime(record))
for args, kw in ((("%(x",), {}), (("plain",), {}), (("{}",), {"style": "{"}), (("{x!z}",), {"style": "{"}), (("{x:zz}",), {"style": "{"}), (("text",), {"style": "$"}), (("$",), {"style": "$"}), (("%(message)s",), {"style": "?"}), (("plain",), {"validate": False}), (("{name} {",), {"style": "{"})):
    show(lambda: logging.Formatter(*args, **kw) and "made")
show(logging.Formatter("%(missing)s").format, record)
show(logging.Formatter("{missing}", style="{").format, record)
print(record, record.getMessage(), sorted(record.__dict__))
for msg, args in (("plain", ()), ("%d%%", (5,)), ("%(a)s-%(b)s", ({"a": 1, "b": 2},)), (ValueError("object"), ()), ("%s %s", (1, 2)), ("100%", ()), (None, ()), ("x %s", ({},))):
    print(logging.LogRecord("n", 10, "/p/q.py", 1, msg, args, None).getMessage(), end="; ")
print()
out = io.StringIO()
logging.basicConfig(stream=out, format="%(levelname)s %(funcName)s %(lineno)d %(message)s", level=logging.DEBUG)
logging.basicConfig(level=logging.ERROR)


def worker():
    logging.info("from worker")
    logging.getLogger("sub").debug("from sub")
    helper()


def helper():
    logging.warning("from helper", stacklevel=2)
    logging.error("own")


worker()
try:
    1 / 0
except ZeroDivisionError:
    logging.exception("caught %s", "it")
    logging.error("again", exc_info=True)
try:
    {}["k"]
except KeyError as e:
    saved = e
logging.critical("object", exc_info=saved)
logging.error("tuple", exc_info=(type(saved), saved, saved.__traceback__))
logging.error("none", exc_info=None)
logging.error("no exception", exc_info=True)
logging.debug("stack", stack_info=True)
print(out.getvalue())
out.seek(0)
out.truncate()
print(len(logging.getLogger().handlers), logging.getLogger().level)
logging.basicConfig(stream=out, force=True, format="{message}", style="{", level="INFO")
logging.debug("hidden")
logging.info("shown")
print(repr(out.getvalue()), len(logging.root.handlers))
for kw in ({"stream": out, "filename": "f"}, {"handlers": [], "stream": out}, {"nope": 1}, {"style": "x"}, {"level": "LOUD"}):
    logging.root.handlers.clear()
    show(logging.basicConfig, **kw)
logging.root.handlers.clear()
import sys
saved_stderr, sys.stderr = sys.stderr, io.StringIO()
logging.getLogger("nohandlers").warning("to last resort")
logging.getLogger("nohandlers").info("below it")
h = logging.StreamHandler(io.StringIO())
logging.root.addHandler(h)
logging.warning("%d", "not a number")
text, sys.stderr = sys.stderr.getvalue(), saved_stderr
print(text.split("\n")[0:2], text.split("\n")[-4:], "TypeError: %d format: a real number is required, not str" in text)
logging.raiseExceptions = False
saved_stderr, sys.stderr = sys.stderr, io.StringIO()
logging.warning("%d", "silent")
text, sys.stderr = sys.stderr.getvalue(), saved_stderr
print(repr(text))


class Collect(logging.Handler):
    def __init__(self):
        super().__init__()
        self.records = []

    def emit(self, record):
        self.records.append(record)


col = Collect()
log = logging.getLogger("collected")
log.propagate = False
log.addHandler(col)
log.warning("a %s", "b", extra={"user": "u1"})
r = col.records[0]
print(r.name, r.levelname, r.args, r.user, r.funcName, r.module, r.threadName, r.processName, r.exc_info, r.created > 0, isinstance(r.thread, int), r.filename)
print(logging.BufferingFormatter(logging.Formatter("%(message)s;")).format([record, record]), repr(logging.BufferingFormatter().format([])))
import warnings
logging.captureWarnings(True)
wl = logging.getLogger("py.warnings")
wl.addHandler(col)
wl.propagate = False
warnings.warn("watch out")
print(col.records[-1].getMessage().split(": ", 1)[1].split("\n")[0])
logging.captureWarnings(False)
