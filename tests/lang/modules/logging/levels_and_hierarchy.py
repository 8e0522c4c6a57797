# logging: levels, the hierarchy of loggers, propagation, filters, adapters, reprs and errors.
import io
import logging
import sys


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


out = io.StringIO()
h = logging.StreamHandler(out)
h.setFormatter(logging.Formatter("%(levelname)-8s|%(name)s|%(message)s"))
root = logging.getLogger()
root.addHandler(h)
root.setLevel(logging.DEBUG)
a = logging.getLogger("app")
b = logging.getLogger("app.db")
c = logging.getLogger("app.db.pool")
other = logging.getLogger("other.x.y")
print(a is logging.getLogger("app"), b.parent.name, c.parent.name, other.parent is root, root.name, logging.getLogger("root") is root, logging.getLogger("") is root, a.getChild("db") is b, root.getChild("app") is a, b.getChild("pool.deep").name)
x = logging.getLogger("other")
print(other.parent is x, logging.getLogger("other.x").parent is x, other.parent.name, x.manager is root.manager, sorted(root.manager.loggerDict))
a.setLevel("WARNING")
b.setLevel(logging.INFO)
print(a.level, b.level, c.level, c.getEffectiveLevel(), [c.isEnabledFor(n) for n in (10, 20, 30)], [a.isEnabledFor(n) for n in (10, 20, 30)], a, b, c, root, other)
for logger in (root, a, b, c, other):
    for name in ("debug", "info", "warning", "error", "critical"):
        getattr(logger, name)("%s %d", name, 5)
    logger.log(25, "custom %s", logger.name)
print(out.getvalue())
out.seek(0)
out.truncate()
h2 = logging.StreamHandler(out)
h2.setFormatter(logging.Formatter("second: {message}", style="{"))
h2.setLevel(logging.ERROR)
b.addHandler(h2)
b.addHandler(h2)
c.error("both")
c.warning("one")
b.propagate = False
c.error("only second")
print(len(b.handlers), c.hasHandlers(), b.propagate)
b.propagate = True
b.removeHandler(h2)
b.removeHandler(h2)
b.disabled = True
b.error("never")
c.error("c still")
b.disabled = False
logging.disable(logging.ERROR)
c.error("disabled")
c.critical("critical passes")
logging.disable(logging.NOTSET)
c.error("enabled again")
print(out.getvalue())
out.seek(0)
out.truncate()


class NoSecrets(logging.Filter):
    def filter(self, record):
        if "secret" in record.getMessage():
            return False
        record.msg = str(record.msg).upper()
        return True


flt = NoSecrets()
a.addFilter(flt)
a.warning("a secret %s", "x")
a.warning("visible %s", "y")
a.removeFilter(flt)
h.addFilter(logging.Filter("app.db"))
h.addFilter(lambda r: r.levelno != 40)
root.error("filtered")
b.critical("passes")
c.error("filtered by function")
logging.getLogger("app.dbx").critical("not below app.db")
h.filters.clear()
print(out.getvalue())
out.seek(0)
out.truncate()
for v in (10, 20, 30, 40, 50, 0, 15, "INFO", "WARN", "FATAL", "NOPE", None):
    print(logging.getLevelName(v), end=" ")
logging.addLevelName(15, "TRACE")
root.log(15, "traced")
a.setLevel("TRACE")
print(logging.getLevelName("TRACE"), a.level, logging.getLevelNamesMapping())
show(a.setLevel, "NOPE")
show(a.setLevel, 1.5)
show(a.setLevel, None)
show(logging.getLogger, 5)
show(a.log, "INFO", "x")
show(logging.Handler().emit, None)
show(logging.setLoggerClass, int)
show(a.info, "x", extra={"message": 1})
show(a.warning, "x", extra={"name": 1})
show(a.warning, "x", nokw=1)


class Adapter(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra['id']}] {msg}", kwargs


ad = Adapter(a, {"id": 7})
ad.info("adapted %s", 1)
ad.debug("no")
plain = logging.LoggerAdapter(b, {"who": "me"})
h.setFormatter(logging.Formatter("%(who)s %(message)s", defaults={"who": "nobody"}))
plain.warning("with extra")
b.warning("without")
b.error("given", extra={"who": "you"})
print(ad, plain.name, plain.isEnabledFor(20), ad.getEffectiveLevel(), plain.hasHandlers())
print(out.getvalue())
out.seek(0)
out.truncate()


class Special(logging.Logger):
    def shout(self, msg):
        self.error(msg.upper())


logging.setLoggerClass(Special)
s = logging.getLogger("special")
logging.setLoggerClass(logging.Logger)
s.shout("loud")
print(type(s).__name__, isinstance(s, logging.Logger), out.getvalue(), h, logging.NullHandler(), logging.Handler(30), logging.lastResort)
h.set_name("main")
print(h.name, h.get_name(), h.level, root.handlers == [h])
print(logging.CRITICAL, logging.FATAL, logging.ERROR, logging.WARNING, logging.WARN, logging.INFO, logging.DEBUG, logging.NOTSET, logging.BASIC_FORMAT, logging.raiseExceptions)
