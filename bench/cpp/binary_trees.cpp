// Twin of programs/binary_trees.py by hand: one allocation per node.
#include <cstdio>
#include <memory>

struct Node {
  std::unique_ptr<Node> left, right;
  long check() const { return left ? 1 + left->check() + right->check() : 1; }
};

static std::unique_ptr<Node> make(int depth) {
  auto node = std::make_unique<Node>();
  if (depth) { node->left = make(depth - 1); node->right = make(depth - 1); }
  return node;
}

int main() {
  const int n = 14;
  std::printf("%ld\n", make(n + 1)->check());
  auto lasting = make(n);
  for (int depth = 4; depth <= n; depth += 4) {
    int rounds = 1 << (n - depth + 4);
    long total = 0;
    for (int i = 0; i < rounds; ++i) total += make(depth)->check();
    std::printf("%d %d %ld\n", rounds, depth, total);
  }
  std::printf("%ld\n", lasting->check());
}
