# The camelCase names of threading still work and say that they are deprecated.
import threading
import warnings

t = threading.Thread(name="old", daemon=False)
condition = threading.Condition()


def notify():
    with condition:
        condition.notifyAll()


calls = [t.getName, lambda: t.setName("new"), t.isDaemon, lambda: t.setDaemon(True), threading.activeCount,
         lambda: threading.currentThread() is threading.main_thread(), threading.Event().isSet, notify]
for call in calls:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        result = call()
    print(result, [(w.category.__name__, str(w.message)) for w in caught])
print(t.name, t.daemon)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    for call in calls[:3]:
        try:
            call()
        except DeprecationWarning as e:
            print("raised:", e)
print(t.name)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("ignore")
    t.getName()
print(caught)
