# test: stderr=none
# Ctrl-C that nobody catches while the main thread joins: finally blocks and atexit run, and the process ends by SIGINT.
# test: needs=processes signals
import atexit
import os
import signal
import threading
import time


def killer():
    time.sleep(0.02)
    os.kill(os.getpid(), signal.SIGINT)


atexit.register(print, "atexit", flush=True)
waiting = threading.Thread(target=time.sleep, args=(30,), daemon=True)
waiting.start()
threading.Thread(target=killer).start()
try:
    waiting.join()
finally:
    print("finally", flush=True)
