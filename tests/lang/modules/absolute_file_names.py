# Files of modules are named absolutely, also after the program has gone to another folder.
# test: stderr=full
import os
import sys
import traceback

here = os.getcwd()


def fails():
    raise ValueError("shown with an absolute name")


os.mkdir("below")
os.chdir("below")
print(os.path.isabs(__file__), os.path.dirname(__file__) == here, sys.path[0] == here)
print(fails.__code__.co_filename == __file__, sys._getframe().f_code.co_filename == __file__)
try:
    fails()
except ValueError as e:
    print({entry.filename == __file__ for entry in traceback.extract_tb(e.__traceback__)})
    text = "".join(traceback.format_exception(e))
    print(text.count('File "' + os.path.join(here, "absolute_file_names.py") + '"'))
