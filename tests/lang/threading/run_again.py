# Thread.run() gives up what it was given: a second run has no target.
import threading

thread = threading.Thread(target=print, args=("once",), kwargs={"end": "!\n"})
thread.run()
for again in (thread.run, lambda: thread._target, lambda: thread._args):
    try:
        print(again())
    except AttributeError as e:
        print(e)


class Twice(threading.Thread):
    def run(self):
        for _ in range(2):
            try:
                super().run()
            except AttributeError as e:
                print("second:", e)


twice = Twice(target=print, args=("from twice",))
twice.start()
twice.join()
empty = threading.Thread()
empty.run()
try:
    empty.run()
except AttributeError as e:
    print(e)
