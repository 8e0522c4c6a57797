// Sums over a channel: the installed C++ library at work.
#include <cstdio>

#include "portalis/channel.hpp"
#include "portalis/mutex.hpp"
#include "portalis/thread.hpp"

int main() {
  portalis::BoundedChannel<int> numbers(4);
  portalis::Mutex<int> sum(0);
  portalis::Thread sender;
  auto send = [&] {
    for (int i = 1; i <= 100; ++i) numbers.send(i);
    numbers.close();
  };
  if (sender.start(send) != portalis::Thread::Started) return 1;
  while (auto n = numbers.next()) *sum.lock() += *n;
  sender.join();
  std::printf("%d\n", *sum.lock());
}
