"""Logging: the module's functions over records (_formats), handlers (_handlers) and loggers (_loggers)."""

import atexit

from logging import _formats, _loggers
from logging._formats import (BASIC_FORMAT, BufferingFormatter, Formatter, LogRecord, PercentStyle, StrFormatStyle,
                              StringTemplateStyle, _levels)
from logging._formats import add_level_name as addLevelName
from logging._formats import get_level_name as getLevelName
from logging._handlers import (FileHandler, Filter, Filterer, Handler, NullHandler, StreamHandler,
                               _lock, shutdown)
from logging._loggers import Logger, LoggerAdapter, Manager, PlaceHolder, RootLogger
from logging._loggers import get_logger as getLogger
from logging._loggers import get_logger_class as getLoggerClass
from logging._loggers import get_record_factory as getLogRecordFactory
from logging._loggers import last_resort as lastResort
from logging._loggers import root
from logging._loggers import set_logger_class as setLoggerClass
from logging._loggers import set_record_factory as setLogRecordFactory

__all__ = ["BASIC_FORMAT", "BufferingFormatter", "CRITICAL", "DEBUG", "ERROR", "FATAL", "FileHandler", "Filter",
           "Formatter", "Handler", "INFO", "LogRecord", "Logger", "LoggerAdapter", "NOTSET", "NullHandler",
           "StreamHandler", "WARN", "WARNING", "addLevelName", "basicConfig", "captureWarnings", "critical", "debug",
           "disable", "error", "exception", "fatal", "getLevelName", "getLogger", "getLoggerClass", "info", "log",
           "makeLogRecord", "setLoggerClass", "shutdown", "warn", "warning", "getLogRecordFactory",
           "setLogRecordFactory", "lastResort", "raiseExceptions", "getLevelNamesMapping"]

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0
raiseExceptions = True
logThreads = logMultiprocessing = logProcesses = True

for _class in (BufferingFormatter, Formatter, LogRecord, PercentStyle, StrFormatStyle, StringTemplateStyle, FileHandler, Filter,
               Filterer, Handler, NullHandler, StreamHandler, Logger, LoggerAdapter, Manager, PlaceHolder, RootLogger):
    _class.__module__ = __name__


def getLevelNamesMapping():
    return _levels.copy()


def makeLogRecord(dict):
    record = _loggers.get_record_factory()(None, None, "", 0, "", (), None, None)
    record.__dict__.update(dict)
    return record


def basicConfig(**kwargs):
    with _lock:
        force = kwargs.pop("force", False)
        encoding = kwargs.pop("encoding", None)
        errors = kwargs.pop("errors", "backslashreplace")
        if force:
            for handler in root.handlers[:]:
                root.removeHandler(handler)
                handler.close()
        if root.handlers:
            return
        handlers = kwargs.pop("handlers", None)
        if handlers is None:
            if "stream" in kwargs and "filename" in kwargs:
                raise ValueError("'stream' and 'filename' should not be specified together")
        elif "stream" in kwargs or "filename" in kwargs:
            raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
        if handlers is None:
            filename = kwargs.pop("filename", None)
            mode = kwargs.pop("filemode", "a")
            if filename:
                handlers = [FileHandler(filename, mode, encoding=encoding, errors=None if "b" in mode else errors)]
            else:
                handlers = [StreamHandler(kwargs.pop("stream", None))]
        datefmt = kwargs.pop("datefmt", None)
        style = kwargs.pop("style", "%")
        if style not in _formats._STYLES:
            raise ValueError("Style must be one of: %s" % ",".join(_formats._STYLES.keys()))
        formatter = Formatter(kwargs.pop("format", _formats._STYLES[style][1]), datefmt, style)
        for handler in handlers:
            if handler.formatter is None:
                handler.setFormatter(formatter)
            root.addHandler(handler)
        level = kwargs.pop("level", None)
        if level is not None:
            root.setLevel(level)
        if kwargs:
            raise ValueError("Unrecognised argument(s): %s" % ", ".join(kwargs.keys()))


def _configured():
    if not root.handlers:
        basicConfig()
    return root


def critical(msg, *args, **kwargs):
    _configured().critical(msg, *args, **kwargs)


def fatal(msg, *args, **kwargs):
    critical(msg, *args, **kwargs)


def error(msg, *args, **kwargs):
    _configured().error(msg, *args, **kwargs)


def exception(msg, *args, exc_info=True, **kwargs):
    error(msg, *args, exc_info=exc_info, **kwargs)


def warning(msg, *args, **kwargs):
    _configured().warning(msg, *args, **kwargs)


def warn(msg, *args, **kwargs):
    import warnings
    warnings.warn("The 'warn' function is deprecated, use 'warning' instead", DeprecationWarning, 2)
    warning(msg, *args, **kwargs)


def info(msg, *args, **kwargs):
    _configured().info(msg, *args, **kwargs)


def debug(msg, *args, **kwargs):
    _configured().debug(msg, *args, **kwargs)


def log(level, msg, *args, **kwargs):
    _configured().log(level, msg, *args, **kwargs)


def disable(level=CRITICAL):
    root.manager.disable = level
    root.manager._clear_cache()


_show_warning = None


def _log_warning(message, category, filename, lineno, file=None, line=None):
    import warnings
    if file is not None:
        if _show_warning is not None:
            _show_warning(message, category, filename, lineno, file, line)
        return
    logger = getLogger("py.warnings")
    if not logger.handlers:
        logger.addHandler(NullHandler())
    logger.warning(str(warnings.formatwarning(message, category, filename, lineno, line)))


def captureWarnings(capture):
    import warnings
    global _show_warning
    if capture and _show_warning is None:
        _show_warning = warnings.showwarning
        warnings.showwarning = _log_warning
    elif not capture and _show_warning is not None:
        warnings.showwarning = _show_warning
        _show_warning = None


atexit.register(shutdown)
