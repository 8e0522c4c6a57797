"""What happens while one test runs: its parts, whose exceptions go to the result."""
import warnings

from unittest._skipping import SkipTest

__unittest = True


class ShouldStop(Exception):
    """The rest of the test is not run."""


class Outcome:
    def __init__(self, result=None):
        self.expecting_failure = False
        self.result = result
        self.result_supports_subtests = hasattr(result, "addSubTest")
        self.success = True
        self.expectedFailure = None

    def part(self, test, is_subtest=False):
        return _Part(self, test, is_subtest)


class _Part:
    """A piece of a test: what it raises goes to the result, and the test goes on behind it."""

    def __init__(self, outcome, test, is_subtest):
        self.outcome = outcome
        self.test = test
        self.is_subtest = is_subtest

    def __enter__(self):
        self.success_before = self.outcome.success
        self.outcome.success = True

    def __exit__(self, kind, value, tb):
        outcome, test = self.outcome, self.test
        try:
            if kind is None:
                if self.is_subtest and outcome.success:
                    outcome.result.addSubTest(test.test_case, test, None)
                return True
            if issubclass(kind, KeyboardInterrupt):
                return False
            if issubclass(kind, SkipTest):
                outcome.success = False
                add_skip(outcome.result, test, str(value))
            elif issubclass(kind, ShouldStop):
                pass
            elif outcome.expecting_failure:
                outcome.expectedFailure = kind, value, tb
            else:
                outcome.success = False
                if self.is_subtest:
                    outcome.result.addSubTest(test.test_case, test, (kind, value, tb))
                elif outcome.result is not None:
                    add = outcome.result.addFailure if issubclass(kind, test.failureException) else outcome.result.addError
                    add(test, (kind, value, tb))
            return True
        finally:
            outcome.success = outcome.success and self.success_before


def add_skip(result, test, reason):
    add = getattr(result, "addSkip", None)
    if add is not None:
        add(test, reason)
    else:
        warnings.warn("TestResult has no addSkip method, skips not reported", RuntimeWarning, 2)
        result.addSuccess(test)
