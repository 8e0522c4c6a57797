// Twin of programs/fannkuch.py by hand.
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
  const int n = 9;
  std::vector<int> count(n), perm1(n), perm;
  for (int i = 0; i < n; ++i) { count[i] = i + 1; perm1[i] = i; }
  int most = 0, checksum = 0, sign = 1;
  for (;;) {
    if (perm1[0]) {
      perm = perm1;
      int flips = 0;
      for (int k = perm[0]; k; k = perm[0]) {
        std::reverse(perm.begin(), perm.begin() + k + 1);
        ++flips;
      }
      most = std::max(most, flips);
      checksum += sign * flips;
    }
    if (sign > 0) {
      std::swap(perm1[0], perm1[1]);
      sign = -1;
      continue;
    }
    std::swap(perm1[1], perm1[2]);
    sign = 1;
    for (int i = 2; i < n; ++i) {
      if (count[i] != 1) { --count[i]; break; }
      count[i] = i + 1;
      if (i == n - 1) { std::printf("(%d, %d)\n", checksum, most); return 0; }
      std::rotate(perm1.begin(), perm1.begin() + 1, perm1.begin() + i + 2);
    }
  }
}
