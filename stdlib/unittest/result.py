"""What came out of the tests."""
import functools
import io
import sys
import traceback

from unittest.util import strclass

__unittest = True


def failfast(method):
    @functools.wraps(method)
    def stopping(self, *args, **kwargs):
        if getattr(self, "failfast", False):
            self.stop()
        return method(self, *args, **kwargs)
    return stopping


def _closed_line(text):
    return text if text.endswith("\n") else text + "\n"


def _is_ours(tb):
    return "__unittest" in tb.tb_frame.f_globals


def _cut_at_ours(tb):
    """Ends a traceback before the first frame of unittest behind one of the test's."""
    last = None
    while tb is not None and not _is_ours(tb):
        last = tb
        tb = tb.tb_next
    if last is not None:
        last.tb_next = None


class TestResult:
    """Counts and lists of what happened; texts of tracebacks instead of exceptions."""

    _previousTestClass = None
    _testRunEntered = False
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures = []
        self.errors = []
        self.testsRun = 0
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.shouldStop = False
        self.buffer = False
        self.tb_locals = False
        self._stdout_buffer = None
        self._stderr_buffer = None
        self._original_stdout = sys.stdout
        self._original_stderr = sys.stderr
        self._mirrorOutput = False

    def printErrors(self):
        pass

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def startTest(self, test):
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def stopTest(self, test):
        self._restoreStdout()
        self._mirrorOutput = False

    def _setupStdout(self):
        if not self.buffer:
            return
        if self._stderr_buffer is None:
            self._stderr_buffer = io.StringIO()
            self._stdout_buffer = io.StringIO()
        sys.stdout = self._stdout_buffer
        sys.stderr = self._stderr_buffer

    def _restoreStdout(self):
        if not self.buffer:
            return
        if self._mirrorOutput:
            for stream, title, text in ((self._original_stdout, "Stdout", sys.stdout.getvalue()),
                                        (self._original_stderr, "Stderr", sys.stderr.getvalue())):
                if text:
                    stream.write(f"\n{title}:\n{_closed_line(text)}")
        sys.stdout = self._original_stdout
        sys.stderr = self._original_stderr
        for buffer in (self._stdout_buffer, self._stderr_buffer):
            buffer.seek(0)
            buffer.truncate()

    @failfast
    def addError(self, test, err):
        self.errors.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    @failfast
    def addFailure(self, test, err):
        self.failures.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSubTest(self, test, subtest, err):
        if err is None:
            return
        if getattr(self, "failfast", False):
            self.stop()
        kind = self.failures if issubclass(err[0], test.failureException) else self.errors
        kind.append((subtest, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def wasSuccessful(self):
        return not (self.failures or self.errors or getattr(self, "unexpectedSuccesses", ()))

    def stop(self):
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        kind, value, tb = err
        tb = self._without_our_frames(kind, value, tb, test)
        pieces = list(traceback.TracebackException(kind, value, tb, capture_locals=self.tb_locals, compact=True).format())
        if self.buffer:
            for title, text in (("Stdout", sys.stdout.getvalue()), ("Stderr", sys.stderr.getvalue())):
                if text:
                    pieces.append(f"\n{title}:\n{_closed_line(text)}")
        return "".join(pieces)

    # Of the exception and those it is chained to: the runner's frames at the beginning, the assertion's at the end.
    def _without_our_frames(self, kind, value, tb, test):
        shown = None
        waiting = [(kind, value, tb)]
        seen = {id(value)}
        first = True
        while waiting:
            kind, value, tb = waiting.pop()
            while tb is not None and _is_ours(tb):
                tb = tb.tb_next
            if kind is test.failureException:
                _cut_at_ours(tb)
            if first:
                shown, first = tb, False
            else:
                value.__traceback__ = tb
            if value is None:
                continue
            for other in (value.__cause__, value.__context__):
                if other is not None and id(other) not in seen:
                    seen.add(id(other))
                    waiting.append((type(other), other, other.__traceback__))
        return shown

    def __repr__(self):
        return f"<{strclass(self.__class__)} run={self.testsRun} errors={len(self.errors)} failures={len(self.failures)}>"
