// A three-stage pipeline in plain C++ on Portalis's threading library: numbers are generated, tested for being
// prime by several threads, and collected; a pool then sums the digits of the primes found.
//
//     pipeline [limit]     default 200000
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "portalis/channel.hpp"
#include "portalis/executor.hpp"
#include "portalis/mutex.hpp"
#include "portalis/thread.hpp"

namespace {

struct Range {
  int first, last;
};

bool is_prime(int n) {
  if (n < 2) return false;
  for (int d = 2; d * d <= n; ++d) {
    if (n % d == 0) return false;
  }
  return true;
}

long digit_sum(long n) {
  long sum = 0;
  for (; n; n /= 10) sum += n % 10;
  return sum;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace portalis;
  int limit = argc > 1 ? atoi(argv[1]) : 200000;

  BoundedChannel<Range> ranges(8);
  UnboundedChannel<std::vector<int>> found;
  unsigned testers = cpu_count();
  Mutex<unsigned> running(testers);

  Thread generator;
  auto generate = [&] {
    for (int first = 0; first < limit; first += 1000) ranges.send(Range{first, first + 1000 < limit ? first + 1000 : limit});
    ranges.close();
  };
  auto test = [&] {
    while (auto range = ranges.next()) {
      std::vector<int> primes;
      for (int n = range->first; n < range->last; ++n) {
        if (is_prime(n)) primes.push_back(n);
      }
      found.send(std::move(primes));
    }
    if (--*running.lock() == 0) found.close();
  };
  std::vector<Thread> threads(testers);
  bool started = generator.start(generate, {.name = "generator"}) == Thread::Started;
  for (Thread& thread : threads) started = thread.start(test, {.name = "tester"}) == Thread::Started && started;
  if (!started) {
    fprintf(stderr, "no more threads\n");
    _Exit(1);  // some threads may be waiting for those that do not exist
  }

  Pool pool;
  std::vector<Future<long>> sums;
  size_t primes = 0;
  while (auto batch = found.next()) {
    primes += batch->size();
    sums.push_back(pool.submit([batch = std::move(*batch)] {
      long sum = 0;
      for (int prime : batch) sum += digit_sum(prime);
      return sum;
    }));
  }
  long total = 0;
  for (auto& sum : sums) total += sum.get();
  printf("%zu primes below %d, digits sum to %ld\n", primes, limit, total);
}
