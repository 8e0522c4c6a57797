// Calls of POSIX that not every target has, and the numbers of errors. Where a target lacks one it fails with ENOSYS,
// from which the caller makes the OSError that says so. Files are used through <unistd.h> and <sys/stat.h> directly:
// every target's C library has those.
#pragma once

#include <cstdint>

namespace portalis::platform {

struct Target;                                     // a file by name or descriptor (file_calls.hpp)

const char* system_name();                         // sys.platform: "linux", "wasi"

// Python programs see Linux's numbers everywhere. Both functions are the identity there.
int portable_error(int error);                     // from this system's errno
int system_error(int portable);                    // 0: this system has no such error

// As the POSIX functions of similar names: -1 and errno.
int make_pipe(int ends[2]);                        // not inherited
int duplicate(int descriptor);                     // not inherited
int duplicate_to(int from, int to, bool inheritable);
int change_mode(const Target& file, unsigned mode);        // EOPNOTSUPP for symbolic links themselves where they have none
int exchange_file_mask(unsigned mask);
int send_signal(int process, int signal);
int run_shell(const char* command);
int wait_for_process(int process, int* status, int options);
int terminal_size(int descriptor, int& columns, int& lines);
int new_session();

enum class Id : uint8_t { process, parent, group, user, effective_user, user_group, effective_group };
int64_t id_of(Id which);
// The home directory of a user, or of the current one (null). Null: unknown. Valid until the next call.
const char* home_directory(const char* user);

void read_time_zone();                              // as tzset()
const char* time_zone_name(bool daylight);

struct ProcessTimes {
  double user, system, children_user, children_system, elapsed;   // seconds
};
int process_times(ProcessTimes& out);
struct SystemDescription {
  char system[65], node[65], release[65], version[65], machine[65];
};
int describe_system(SystemDescription& out);
int load_averages(double out[3]);
// The processors a process may use: `use(context, number)` for each.
int each_processor(int process, void (*use)(void* context, int number), void* context);
int processor_count();                             // of the machine; 0: unknown

}  // namespace portalis::platform
