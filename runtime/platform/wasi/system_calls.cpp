// The optional system calls where there are no processes, users and pipes: WASI preview 1.
#include "runtime/platform/system_calls.hpp"

#include "runtime/platform/missing.hpp"
#include "runtime/platform/platform.hpp"

namespace portalis::platform {

const char* system_name() { return "wasi"; }

int make_pipe(int[2]) { return missing(); }
int duplicate(int) { return missing(); }
int duplicate_to(int, int, bool) { return missing(); }
int change_mode(const Target&, unsigned) { return missing(); }
int exchange_file_mask(unsigned) { return 022; }   // files have no modes
int send_signal(int, int) { return missing(); }
int run_shell(const char*) { return missing(); }
int wait_for_process(int, int*, int) { return missing(); }
int new_session() { return missing(); }
int terminal_size(int, int&, int&) { return missing(); }

int64_t id_of(Id which) { return which == Id::process ? 42 : 0; }
const char* home_directory(const char*) { return nullptr; }

void read_time_zone() {}
const char* time_zone_name(bool) { return "UTC"; }

int process_times(ProcessTimes& out) {
  out = {double(process_time()) / 1e9, 0, 0, 0, double(now()) / 1e9};
  return 0;
}

int describe_system(SystemDescription& out) {
  out = {"wasi", "(none)", "0.0.0", "0.0.0", "wasm32"};
  return 0;
}

int load_averages(double[3]) { return missing(); }

int each_processor(int, void (*use)(void*, int), void* context) {
  use(context, 0);
  return 0;
}

int processor_count() { return 1; }

}  // namespace portalis::platform
