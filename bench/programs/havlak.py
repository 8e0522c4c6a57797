"""Havlak's recognition of loops in control-flow graphs (Nesting of Reducible and Irreducible Loops, 1997), on generated graphs."""
UNVISITED = -1
MAX_NON_BACK = 32 * 1024


class BasicBlock:
    def __init__(self, name):
        self.name = name
        self.in_edges = []
        self.out_edges = []


class ControlFlowGraph:
    def __init__(self):
        self.blocks = {}
        self.start = None

    def block(self, name):
        node = self.blocks.get(name)
        if node is None:
            node = self.blocks[name] = BasicBlock(name)
            if self.start is None:
                self.start = node
        return node

    def edge(self, source, target):
        a, b = self.block(source), self.block(target)
        a.out_edges.append(b)
        b.in_edges.append(a)


class Loop:
    counter = 0

    def __init__(self, header, reducible):
        Loop.counter += 1
        self.number = Loop.counter
        self.header = header
        self.reducible = reducible
        self.blocks = {header} if header is not None else set()
        self.parent = None
        self.children = set()
        self.is_root = False
        self.nesting = 0
        self.depth = 0

    def set_parent(self, parent):
        self.parent = parent
        parent.children.add(self)

    def nest(self, depth):
        self.depth = depth
        for child in self.children:
            child.nest(depth + 1)
            self.nesting = max(self.nesting, 1 + child.nesting)


class UnionFindNode:
    def __init__(self, block, number):
        self.parent = self
        self.block = block
        self.number = number
        self.loop = None

    def find(self):
        trail = []
        node = self
        while node is not node.parent:
            if node.parent is not node.parent.parent:
                trail.append(node)
            node = node.parent
        for visited in trail:
            visited.parent = node.parent
        return node

    def union(self, other):
        self.parent = other


class LoopFinder:
    def __init__(self, graph):
        self.graph = graph
        self.loops = []
        self.root = Loop(None, True)
        self.root.is_root = True

    def depth_first(self, start, nodes, number, last):
        order = 0
        stack = [(start, None, iter(start.out_edges))]
        nodes[0] = UnionFindNode(start, 0)
        number[start] = 0
        while stack:
            block, _, edges = stack[-1]
            for target in edges:
                if number[target] == UNVISITED:
                    order += 1
                    nodes[order] = UnionFindNode(target, order)
                    number[target] = order
                    stack.append((target, block, iter(target.out_edges)))
                    break
            else:
                last[number[block]] = order
                stack.pop()
        return order

    def find(self):
        graph = self.graph
        if graph.start is None:
            return 0
        size = len(graph.blocks)
        non_back = [set() for _ in range(size)]
        back = [[] for _ in range(size)]
        header = [0] * size
        kind = ["nonheader"] * size
        last = [0] * size
        nodes = [None] * size
        number = dict.fromkeys(graph.blocks.values(), UNVISITED)
        self.depth_first(graph.start, nodes, number, last)
        for w in range(size):
            node = nodes[w]
            if node is None:
                kind[w] = "dead"
                continue
            for source in node.block.in_edges:
                v = number[source]
                if v != UNVISITED:
                    if w <= v <= last[w]:
                        back[w].append(v)
                    else:
                        non_back[w].add(v)
        for w in range(size - 1, -1, -1):
            pool = []
            node = nodes[w]
            if node is None:
                continue
            for v in back[w]:
                if v != w:
                    pool.append(nodes[v].find())
                else:
                    kind[w] = "self"
            work = list(pool)
            if pool:
                kind[w] = "reducible"
            while work:
                x = work.pop(0)
                if len(non_back[x.number]) > MAX_NON_BACK:
                    return 0
                for y in non_back[x.number]:
                    ydash = nodes[y].find()
                    if not w <= ydash.number <= last[w]:
                        kind[w] = "irreducible"
                        non_back[w].add(ydash.number)
                    elif ydash.number != w and ydash not in pool:
                        work.append(ydash)
                        pool.append(ydash)
            if pool or kind[w] == "self":
                loop = Loop(node.block, kind[w] != "irreducible")
                node.loop = loop
                for member in pool:
                    header[member.number] = w
                    member.union(node)
                    if member.loop is not None:
                        member.loop.set_parent(loop)
                    else:
                        loop.blocks.add(member.block)
                self.loops.append(loop)
        for loop in self.loops:
            if loop.parent is None:
                loop.set_parent(self.root)
        self.root.nest(0)
        return len(self.loops)


def diamond(graph, start):
    graph.edge(start, start + 1)
    graph.edge(start, start + 2)
    graph.edge(start + 1, start + 3)
    graph.edge(start + 2, start + 3)
    return start + 3


def straight(graph, start, n):
    for i in range(n):
        graph.edge(start + i, start + i + 1)
    return start + n


def base_loop(graph, start):
    header = straight(graph, start, 1)
    first = diamond(graph, header)
    second = straight(graph, first, 1)
    third = diamond(graph, second)
    footer = straight(graph, third, 1)
    graph.edge(second, first)
    graph.edge(footer, header)
    return straight(graph, footer, 1)


def build(parts):
    graph = ControlFlowGraph()
    graph.block(0)
    base_loop(graph, 0)
    graph.edge(0, 2)
    graph.block(1)
    n = 2
    for _ in range(parts):
        graph.edge(2, n + 1)
        n = n + 1
        for _ in range(10):
            top = n
            n = straight(graph, n, 1)
            for _ in range(5):
                n = base_loop(graph, n)
            bottom = straight(graph, n, 1)
            graph.edge(n, top)
            n = bottom
        graph.edge(n, 1)
    return graph


graph = build(10)
found = 0
for _ in range(20):
    finder = LoopFinder(graph)
    found = finder.find()
print(len(graph.blocks), found, finder.root.nesting, sum(len(loop.blocks) for loop in finder.loops))
