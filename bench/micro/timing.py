"""Times functions of one argument, how often to do their thing, each by itself in processor time.

    program [name...]          nanoseconds for one turn, a line for each function
    program --turns N name     runs one function once, for a profiler
"""
import sys
import time


def timed(function, turns):
    start = time.process_time()
    function(turns)
    return time.process_time() - start


def nanoseconds(function):
    turns = 16
    while True:
        seconds = timed(function, turns)
        if seconds > 0.002:
            break
        turns *= 2
    best = seconds / turns
    for _ in range(4):
        best = min(best, timed(function, turns) / turns)
    return best * 1e9


def main(functions):
    arguments = sys.argv[1:]
    turns = 0
    if arguments and arguments[0] == "--turns":
        turns = int(arguments[1])
        arguments = arguments[2:]
    for function in functions:
        if arguments and function.__name__ not in arguments:
            continue
        if turns:
            function(turns)
        else:
            print(function.__name__, round(nanoseconds(function), 2), flush=True)
