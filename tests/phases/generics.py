def first[T: int](items: list[T]) -> T:
    return items[0]


class Box[T]:
    def get(self) -> T:
        return self.value


type Pair[A] = tuple[A, A]
