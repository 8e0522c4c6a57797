import dataclasses
import greeting


@dataclasses.dataclass
class Guest:
    name: str


print(greeting.text(Guest("world")))
