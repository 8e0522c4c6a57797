// What the user sees while a program is compiled: one line on a terminal, nothing elsewhere.
#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <vector>

namespace portalis::driver {

class Progress {
 public:
  enum class Mode : uint8_t { quiet, terminal, verbose };
  explicit Progress(Mode mode) : mode_(mode), start_(std::chrono::steady_clock::now()) {}
  ~Progress() { clear(); }
  static Mode mode_for_terminal(bool verbose);   // by stderr and NO_COLOR

  void step(const std::string& what);            // thread-safe
  void command(const std::vector<std::string>& command);   // shown with -v
  void clear();                                  // before anything else is printed

 private:
  Mode mode_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point start_;
  std::mutex mutex_;
};

}  // namespace portalis::driver
