// All kinds of channel: the promises of their headers one by one, then exact delivery under load.
#include "portalis/channel.hpp"

#include <atomic>
#include <memory>
#include <vector>

#include "portalis/parking_lot.hpp"
#include "runtime/sync/test_threads.hpp"

namespace portalis {
namespace {

using test::Random;
using test::run_threads;
using test::WithThreads;

// -- One thread --------------------------------------------------------------------------------------------

TEST(Bounded, CapacityIsExact) {
  for (size_t capacity : {1, 2, 3, 5, 8}) {
    BoundedChannel<int> channel(capacity);
    for (int lap = 0; lap < 5; ++lap) {
      for (size_t i = 0; i < capacity; ++i) EXPECT_EQ(channel.try_send(int(i)), ChannelStatus::Ok);
      EXPECT_EQ(channel.size(), capacity);
      EXPECT_EQ(channel.try_send(99), ChannelStatus::WouldBlock);
      EXPECT_EQ(channel.send_until(99, Deadline::after_ms(1)), ChannelStatus::TimedOut);
      std::optional<int> out;
      for (size_t i = 0; i < capacity; ++i) {
        EXPECT_EQ(channel.try_receive(out), ChannelStatus::Ok);
        EXPECT_EQ(*out, int(i));
      }
      EXPECT_EQ(channel.try_receive(out), ChannelStatus::WouldBlock);
      EXPECT_EQ(channel.receive_until(out, Deadline::after_ms(1)), ChannelStatus::TimedOut);
    }
  }
}

template <class Channel>
void closes_properly(Channel& channel) {
  EXPECT_EQ(channel.send(std::make_unique<int>(1)), ChannelStatus::Ok);
  EXPECT_EQ(channel.send(std::make_unique<int>(2)), ChannelStatus::Ok);
  channel.close();
  channel.close();
  auto kept = std::make_unique<int>(3);
  EXPECT_EQ(channel.send(std::move(kept)), ChannelStatus::Closed);
  EXPECT_TRUE(kept);
  EXPECT_EQ(**channel.next(), 1);
  EXPECT_EQ(**channel.next(), 2);
  EXPECT_FALSE(channel.next());
  EXPECT_FALSE(channel.next());
}

TEST(Bounded, ClosesAfterDelivery) {
  BoundedChannel<std::unique_ptr<int>> channel(4);
  closes_properly(channel);
}

TEST(Unbounded, ClosesAfterDelivery) {
  UnboundedChannel<std::unique_ptr<int>> channel;
  closes_properly(channel);
}

TEST(Unbounded, KeepsOrderOverManyBlocks) {
  UnboundedChannel<int> channel;
  for (int i = 0; i < 1000; ++i) channel.send(i);
  EXPECT_EQ(channel.size(), 1000u);
  for (int i = 0; i < 700; ++i) EXPECT_EQ(channel.next(), i);
  for (int i = 1000; i < 1300; ++i) channel.send(i);
  for (int i = 700; i < 1300; ++i) EXPECT_EQ(channel.next(), i);
}

TEST(Channels, DestroyWhatIsLeft) {
  auto counted = std::make_shared<int>(0);
  {
    BoundedChannel<std::shared_ptr<int>> bounded(4);
    UnboundedChannel<std::shared_ptr<int>> unbounded;
    for (int i = 0; i < 3; ++i) bounded.send(counted);
    for (int i = 0; i < 100; ++i) unbounded.send(counted);
    EXPECT_EQ(counted.use_count(), 104);
  }
  EXPECT_EQ(counted.use_count(), 1);
}

TEST(Channels, AreInterruptible) {
  std::optional<int> out;
  BoundedChannel<int> bounded(1);
  UnboundedChannel<int> unbounded;
  RendezvousChannel<int> rendezvous;
  interrupt(ThreadToken::current());
  EXPECT_EQ(bounded.receive_until(out, Deadline::never(), true), ChannelStatus::Interrupted);
  interrupt(ThreadToken::current());
  EXPECT_EQ(unbounded.receive_until(out, Deadline::never(), true), ChannelStatus::Interrupted);
  interrupt(ThreadToken::current());
  EXPECT_EQ(rendezvous.send_until(1, Deadline::never(), true), ChannelStatus::Interrupted);
}

TEST(Rendezvous, MeetsOrTimesOut) {
  RendezvousChannel<int> channel;
  std::optional<int> out;
  EXPECT_EQ(channel.try_send(1), ChannelStatus::WouldBlock);
  EXPECT_EQ(channel.try_receive(out), ChannelStatus::WouldBlock);
  EXPECT_EQ(channel.send_until(1, Deadline::after_ms(1)), ChannelStatus::TimedOut);
  EXPECT_EQ(channel.receive_until(out, Deadline::after_ms(1)), ChannelStatus::TimedOut);
  Thread thread;
  ASSERT_EQ(thread.start([&] {
    while (channel.try_send(7) != ChannelStatus::Ok) yield_thread();
    EXPECT_EQ(channel.send(8), ChannelStatus::Ok);
    EXPECT_EQ(channel.send(9), ChannelStatus::Closed);
  }),
            Thread::Started);
  EXPECT_EQ(channel.next(), 7);
  EXPECT_EQ(channel.next(), 8);
  sleep_until(Deadline::after_ms(2));
  channel.close();
  thread.join();
  EXPECT_FALSE(channel.next());
}

TEST(Oneshot, DeliversOrTellsThatItWillNot) {
  auto [sender, receiver] = oneshot<std::unique_ptr<int>>();
  std::optional<std::unique_ptr<int>> out;
  EXPECT_EQ(receiver.try_receive(out), ChannelStatus::WouldBlock);
  EXPECT_EQ(receiver.receive_until(out, Deadline::after_ms(1)), ChannelStatus::TimedOut);
  Thread thread;
  ASSERT_EQ(thread.start([sender = std::move(sender)]() mutable {
    EXPECT_TRUE(sender.send(std::make_unique<int>(5)));
    EXPECT_FALSE(sender.send(nullptr));
  }),
            Thread::Started);
  EXPECT_EQ(**receiver.receive(), 5);
  EXPECT_EQ(receiver.try_receive(out), ChannelStatus::Closed);

  auto abandoned = oneshot<int>();
  { auto gone = std::move(abandoned.sender); }
  EXPECT_FALSE(abandoned.receiver.receive());
  auto unheard = oneshot<int>();
  { auto gone = std::move(unheard.receiver); }
  EXPECT_FALSE(unheard.sender.send(1));
}

// -- Many threads ------------------------------------------------------------------------------------------

// Every sender sends 0, 1, 2, ...; receivers check that each sender's values come in order and none is
// missing or doubled, while some operations time out and retry.
template <class Channel>
void delivers_exactly(Channel& channel, int n, int rounds, bool with_limits) {
  std::atomic<long> received{0}, sum{0};
  std::atomic<int> senders_left{n};
  if (n == 0) channel.close();
  run_threads(2 * n, [&](int id) {
    Random random(id);
    auto limit = [&] { return with_limits && random(2) ? Deadline::after_ns(random(100000)) : Deadline::never(); };
    if (id % 2 == 0) {
      for (int i = 0; i < rounds; ++i) {
        long value = (long(id) << 32) | i;
        while (channel.send_until(std::move(value), limit()) != ChannelStatus::Ok) {
        }
        if (random(64) == 0) yield_thread();
      }
      if (--senders_left == 0) channel.close();
      return;
    }
    std::vector<long> last(size_t(2 * n), -1);
    for (;;) {
      std::optional<long> out;
      ChannelStatus status = channel.receive_until(out, limit());
      if (status == ChannelStatus::Closed) break;
      if (status != ChannelStatus::Ok) continue;
      long from = *out >> 32, i = *out & 0xFFFFFFFF;
      if (last[size_t(from)] >= i) ADD_FAILURE() << "order";
      last[size_t(from)] = i;
      ++received;
      sum += i;
    }
  });
  EXPECT_EQ(received, long(n) * rounds);
  EXPECT_EQ(sum, long(n) * (long(rounds) * (rounds - 1) / 2));
}

class ChannelStress : public WithThreads {};

TEST_P(ChannelStress, Bounded) {
  for (size_t capacity : {1, 3, 64}) {
    for (bool with_limits : {false, true}) {
      BoundedChannel<long> channel(capacity);
      delivers_exactly(channel, threads(), test::share(20000, threads()), with_limits);
    }
  }
}

TEST_P(ChannelStress, Unbounded) {
  for (bool with_limits : {false, true}) {
    UnboundedChannel<long> channel;
    delivers_exactly(channel, threads(), test::share(40000, threads()), with_limits);
  }
}

TEST_P(ChannelStress, Rendezvous) {
  for (bool with_limits : {false, true}) {
    RendezvousChannel<long> channel;
    delivers_exactly(channel, threads(), test::share(8000, threads()), with_limits);
  }
}

INSTANTIATE_TEST_SUITE_P(Threads, ChannelStress, PORTALIS_THREAD_COUNTS);

TEST(Many, ThousandsOfReceiversAreAllClosed) {
  constexpr int n = test::sanitized ? 1000 : 10000;
  BoundedChannel<int> channel(8);
  std::atomic<int> got{0};
  std::vector<Thread> threads(n);
  for (auto& thread : threads) {
    ASSERT_EQ(thread.start([&] { got += channel.next().value_or(0); }, {.stack_size = test::sanitized ? 0u : 64u << 10}), Thread::Started);
  }
  for (int i = 0; i < n / 2; ++i) channel.send(1);
  channel.close();
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(got, n / 2);
}

}  // namespace
}  // namespace portalis
