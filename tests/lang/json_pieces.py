import io
import json

print(list(json.JSONEncoder().iterencode([1, {"a": {2: 3}, "b": [], "c": {}}, "x", [], [[1, 2], 3]])))
print(list(json.JSONEncoder(indent=1).iterencode([1, {"a": {2: 3}, "b": []}, "x", [[1, 2], 3], {}])))
print(list(json.JSONEncoder().iterencode("x")), list(json.JSONEncoder().iterencode([])), list(json.JSONEncoder().iterencode({})), list(json.JSONEncoder().iterencode(5)))
print(list(json.JSONEncoder(sort_keys=True).iterencode({"b": 1, "a": "x", "c": [1], "d": None})))
print(list(json.JSONEncoder(default=list, skipkeys=True).iterencode({"s": {1}, (1, 2): 3, True: False, 1.5: 2.5})))
loop = []
loop.append(loop)
try:
    list(json.JSONEncoder().iterencode(loop))
except ValueError as e:
    print(e)
out = io.StringIO()
json.dump({"a": [1, 2.5, None]}, out, indent=2)
print(out.getvalue(), json.load(io.StringIO('{"x": [true]}')), json.load(io.BytesIO(b'"\xc3\xa9"')))
