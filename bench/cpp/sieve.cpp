// Twin of programs/sieve.py by hand.
#include <cmath>
#include <cstdio>
#include <vector>

int main() {
  const long n = 20000000;
  std::vector<char> flags(n + 1, 1);
  flags[0] = flags[1] = 0;
  for (long i = 2; i <= static_cast<long>(std::sqrt(static_cast<double>(n))); ++i)
    if (flags[i])
      for (long k = i * i; k <= n; k += i) flags[k] = 0;
  std::vector<long> primes;
  for (long i = 0; i <= n; ++i)
    if (flags[i]) primes.push_back(i);
  std::printf("%zu %ld\n", primes.size(), primes.back());
}
