// The optional system calls in a page: there are no processes, users or terminals; pipes and modes of files are
// Emscripten's, below whose file system they end.
#include "runtime/platform/system_calls.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <ctime>

#include "runtime/platform/file_calls.hpp"
#include "runtime/platform/missing.hpp"
#include "runtime/platform/platform.hpp"

namespace portalis::platform {

const char* system_name() { return "emscripten"; }

int make_pipe(int ends[2]) { return ::pipe(ends); }
int duplicate(int descriptor) { return ::dup(descriptor); }
int duplicate_to(int from, int to, bool) { return ::dup2(from, to); }
int change_mode(const Target& f, unsigned mode) {
  if (!f.path) return ::fchmod(f.descriptor, mode_t(mode));
  if (f.follow) return ::fchmodat(f.folder, f.path, mode_t(mode), 0);
  return errno = EOPNOTSUPP, -1;
}
int exchange_file_mask(unsigned mask) { return int(::umask(mode_t(mask))); }
int send_signal(int, int) { return missing(); }
int run_shell(const char*) { return missing(); }
int wait_for_process(int, int*, int) { return missing(); }
int new_session() { return missing(); }
int terminal_size(int, int&, int&) { return missing(); }

int64_t id_of(Id which) { return which == Id::process ? 42 : 0; }
const char* home_directory(const char*) { return nullptr; }

void read_time_zone() { ::tzset(); }
const char* time_zone_name(bool daylight) { return ::tzname[daylight]; }

int process_times(ProcessTimes& out) {
  out = {double(process_time()) / 1e9, 0, 0, 0, double(now()) / 1e9};
  return 0;
}

int describe_system(SystemDescription& out) {
  out = {"Emscripten", "browser", "0.0.0", "#1", "wasm32"};
  return 0;
}

int load_averages(double[3]) { return missing(); }

int each_processor(int, void (*use)(void*, int), void* context) {
  for (int i = 0; i < int(cpu_count()); ++i) use(context, i);
  return 0;
}

int processor_count() { return int(cpu_count()); }

}  // namespace portalis::platform
