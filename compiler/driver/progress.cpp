// Progress on stderr.
#include "compiler/driver/progress.hpp"

#include <cstdio>
#include <unistd.h>

namespace portalis::driver {

Progress::Mode Progress::mode_for_terminal(bool verbose) {
  if (verbose) return Mode::verbose;
  return isatty(2) ? Mode::terminal : Mode::quiet;
}

void Progress::step(const std::string& what) {
  if (mode_ == Mode::quiet) return;
  std::lock_guard lock(mutex_);
  double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  if (mode_ == Mode::verbose) {
    std::fprintf(stderr, "[%5.2fs] %s\n", seconds, what.c_str());
    return;
  }
  std::fprintf(stderr, "\r\033[K[%.1fs] %s", seconds, what.c_str());
  std::fflush(stderr);
  shown_ = true;
}

void Progress::command(const std::vector<std::string>& command) {
  if (mode_ != Mode::verbose) return;
  std::string line;
  for (const std::string& part : command) {
    bool plain = part.find_first_of(" \t\"'$\\") == std::string::npos;
    line += (line.empty() ? "" : " ") + (plain ? part : "'" + part + "'");
  }
  std::lock_guard lock(mutex_);
  std::fprintf(stderr, "  %s\n", line.c_str());
}

void Progress::clear() {
  std::lock_guard lock(mutex_);
  if (!shown_) return;
  std::fputs("\r\033[K", stderr);
  std::fflush(stderr);
  shown_ = false;
}

}  // namespace portalis::driver
