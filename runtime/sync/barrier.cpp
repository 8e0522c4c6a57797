// Barrier: its state is guarded by the parking lot's lock for its address, so that arriving, being counted,
// queueing and leaving are single steps.
//
// Invariant: under that lock, arrived_ is the number of threads in the queue. Thus whoever completes a round
// wakes exactly the threads of that round, and no thread of the next one can be among them.
#include "portalis/barrier.hpp"

#include "portalis/parking_lot.hpp"

namespace portalis {

Barrier::Result Barrier::wait_until(Deadline deadline, bool interruptible) {
  auto leave_broken = [this] {
    --arrived_;
    broken_.store(true, std::memory_order_release);
  };
  const FunctionRef<void()> on_give_up = leave_broken;
  for (;;) {
    Result result = Passed;
    bool complete = false;
    parking_lot::unpark_filter(
        this,
        [&](uint8_t) {
          bool last = !broken_.load(std::memory_order_relaxed) && arrived_ + 1 == parties_;
          return last ? FilterVerdict::Unpark : FilterVerdict::Stop;
        },
        [&](UnparkInfo) -> uintptr_t {
          if (is_broken()) {
            result = Broken;
          } else if (arrived_ + 1 == parties_) {
            arrived_ = 0;
            result = Leader;
          } else {
            return 0;
          }
          complete = true;
          return Passed;
        });
    if (complete) return result;

    ParkOutcome outcome = parking_lot::park(
        this,
        [&] {
          if (is_broken() || arrived_ + 1 == parties_) return false;  // look again from the start
          ++arrived_;
          return true;
        },
        [] {}, {.deadline = deadline, .interruptible = interruptible, .on_give_up = &on_give_up});
    switch (outcome.result) {
      case ParkResult::Unparked:
        return Result(outcome.token);
      case ParkResult::TimedOut:
        spread_break();
        return TimedOut;
      case ParkResult::Interrupted:
        spread_break();
        return Interrupted;
      case ParkResult::Invalid:
        break;
    }
  }
}

// After this thread broke the barrier by leaving. A reset may have come first: then nobody is concerned.
void Barrier::spread_break() {
  parking_lot::unpark_filter(
      this, [&](uint8_t) { return is_broken() ? FilterVerdict::Unpark : FilterVerdict::Stop; },
      [&](UnparkInfo info) -> uintptr_t {
        arrived_ -= info.unparked;
        return Broken;
      });
}

void Barrier::release_all(bool broken) {
  parking_lot::unpark_filter(
      this, [](uint8_t) { return FilterVerdict::Unpark; },
      [&](UnparkInfo) -> uintptr_t {
        arrived_ = 0;
        broken_.store(broken, std::memory_order_release);
        return Broken;
      });
}

void Barrier::abort() { release_all(true); }

void Barrier::reset() { release_all(false); }

}  // namespace portalis
