"""json.dumps and json.loads of nested data."""
import json

data = {"users": [{"id": i, "name": "user %d" % i, "tags": ["a", "b", str(i)], "score": i / 3, "active": i % 2 == 0, "none": None}
                  for i in range(1500)]}
for _ in range(8):
    text = json.dumps(data)
    again = json.loads(text)
print(len(text), again == data, json.dumps(again["users"][7], sort_keys=True))
