# Module signal: enums, errors, timers, masks.
# test: needs=signals
import signal
import threading
import time

print(signal.SIGINT, repr(signal.SIGTERM), signal.Signals(15), signal.Signals["SIGHUP"].value, signal.SIGKILL == 9)
print(repr(signal.SIG_DFL), repr(signal.SIG_IGN), repr(signal.SIG_BLOCK), type(signal.SIGINT).__name__)
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler, signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGPIPE))
print(signal.strsignal(signal.SIGINT), signal.strsignal(2), signal.SIGCLD is signal.SIGCHLD, signal.NSIG)
for call in (lambda: signal.signal(0, signal.SIG_IGN), lambda: signal.signal(65, signal.SIG_IGN), lambda: signal.getsignal(-1),
             lambda: signal.signal(signal.SIGKILL, signal.SIG_IGN), lambda: signal.signal(signal.SIGUSR1, None),
             lambda: signal.signal(signal.SIGUSR1, 7), lambda: signal.signal("x", signal.SIG_IGN), lambda: signal.strsignal(0)):
    try:
        print("no error", call())
    except (ValueError, OSError, TypeError) as e:
        print(type(e).__name__, e)
try:
    signal.default_int_handler(2, None)
except KeyboardInterrupt as e:
    print("KeyboardInterrupt", e.args)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as e:
    print("KeyboardInterrupt", e.args)
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN), signal.signal(signal.SIGUSR1, signal.SIG_DFL))

rang = []
signal.signal(signal.SIGALRM, lambda number, frame: rang.append(number))
print(signal.setitimer(signal.ITIMER_REAL, 0.01, 0.005))
while len(rang) < 3:
    time.sleep(0.001)
left, interval = signal.setitimer(signal.ITIMER_REAL, 0)
print(interval == 0.005, left <= 0.006, signal.getitimer(signal.ITIMER_REAL), set(rang) == {signal.SIGALRM})
print(signal.alarm(100), signal.alarm(0) in (99, 100), signal.alarm(0))
try:
    signal.setitimer(-1, 1)
except signal.ItimerError as e:
    print(type(e).__name__, e.errno)

got = []
signal.signal(signal.SIGUSR2, lambda number, frame: got.append("handled"))
old = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR2])
signal.raise_signal(signal.SIGUSR2)
print(old, got, signal.sigpending(), signal.SIGUSR2 in signal.sigpending())
signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR2])
print(got, signal.sigpending())
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR2})
signal.raise_signal(signal.SIGUSR2)
print(repr(signal.sigwait({signal.SIGUSR2})), got, signal.sigtimedwait([signal.SIGUSR2], 0.01))
signal.pthread_sigmask(signal.SIG_SETMASK, [])
signal.pthread_kill(threading.get_ident(), signal.SIGUSR2)
print(got, len(signal.valid_signals()) > 30, signal.SIGRTMIN < signal.SIGRTMAX)
