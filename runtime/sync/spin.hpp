// A short, bounded poll before a thread joins a queue.
#pragma once

#include "runtime/platform/platform.hpp"
#include "runtime/sync/thread_record.hpp"

namespace portalis {

class SpinWait {
 public:
  // One pause, longer each time. False when polling has gone on long enough, or would not help because there
  // are more running threads than processors.
  bool once() {
    if (round_ >= rounds || !may_spin()) return false;
    for (int i = 0; i < (1 << round_); ++i) platform::relax();
    ++round_;
    return true;
  }
  void reset() { round_ = 0; }

 private:
  static constexpr int rounds = 6;  // 63 pauses in all: 1 to 2.5 us on today's processors
  int round_ = 0;
};

}  // namespace portalis
