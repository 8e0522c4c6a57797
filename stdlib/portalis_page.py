"""Messages from a program to the web page it runs in (portalis build --target browser).

    import portalis_page
    if portalis_page.available():
        portalis_page.post(b"...")           # the page gets exactly these bytes, in one piece, by onMessage

Any thread may post; messages of one thread arrive in order. What the page sends comes by the standard input.
"""
import os
import sys

__all__ = ["available", "post"]

_channel = 1000      # a descriptor that only the browser's runtime has


def available():
    """Whether there is a page."""
    return sys.platform == "emscripten"


def post(message):
    """Sends bytes, or a str as UTF-8. Waits while the page has a megabyte of messages and output to deal with."""
    if not available():
        raise RuntimeError("there is no page to post to: this program does not run in a browser")
    if isinstance(message, str):
        message = message.encode()
    os.write(_channel, message)
