// The calls of file_calls.hpp and process_calls.hpp for targets that have neither owners and attributes of files nor
// processes and users (WASI, a page): they fail with ENOSYS.
#include <unistd.h>

#include <cerrno>

#include "runtime/platform/file_calls.hpp"
#include "runtime/platform/missing.hpp"
#include "runtime/platform/process_calls.hpp"

namespace portalis::platform {
int change_owner(const Target&, unsigned, unsigned) { return missing(); }
int change_directory(int) { return missing(); }
int synchronize() { return missing(); }
int make_fifo(const Target&, unsigned) { return missing(); }
int make_node(const Target&, unsigned, uint64_t) { return missing(); }
int describe_file_system(const Target&, FileSystem&) { return missing(); }
int64_t read_vector(int, const iovec*, int, int64_t, int) { return missing(); }
int64_t write_vector(int, const iovec*, int, int64_t, int) { return missing(); }
int lock_section(int, int, int64_t) { return missing(); }
int64_t send_file(int, int, int64_t*, size_t) { return missing(); }
int64_t copy_range(int, int64_t*, int, int64_t*, size_t) { return missing(); }
int advise(int, int64_t, int64_t, int) { return missing(); }
int reserve(int, int64_t, int64_t) { return missing(); }
int64_t get_attribute(const Target&, const char*, void*, size_t) { return missing(); }
int set_attribute(const Target&, const char*, const void*, size_t, int) { return missing(); }
int remove_attribute(const Target&, const char*) { return missing(); }
int64_t list_attributes(const Target&, char*, size_t) { return missing(); }
int make_pipe(int[2], int) { return missing(); }
int memory_file(const char*, unsigned) { return missing(); }
int close_range(int first, int last) {
  for (int fd = first; fd <= last && fd < 1024; ++fd) ::close(fd);
  return 0;
}
int terminal_name(int, char*, size_t) { return missing(); }
const char* controlling_terminal() { return nullptr; }
int64_t get_random(void*, size_t, unsigned) { return missing(); }
int64_t file_limit(const Target&, int) { return missing(); }
int64_t system_limit(int) { return missing(); }
size_t configuration_text(int, char*, size_t) { return missing(), 0; }

Names constants() { return {nullptr, 0}; }
Names system_limit_names() { return {nullptr, 0}; }
Names file_limit_names() { return {nullptr, 0}; }
Names configuration_text_names() { return {nullptr, 0}; }

int get_priority(int, unsigned, int&) { return missing(); }
int set_priority(int, unsigned, int) { return missing(); }
int change_niceness(int, int&) { return missing(); }
int session_of(int) { return missing(); }
int group_of(int) { return missing(); }
int user_groups(unsigned*, int) { return missing(); }
int login_name(char*, size_t) { return missing(); }
int user_ids(Ids&) { return missing(); }
int group_ids(Ids&) { return missing(); }
int scheduling_policy(int) { return missing(); }
int set_scheduling(int, int, int) { return missing(); }
int scheduling_priority(int, int&) { return missing(); }
int set_scheduling_priority(int, int) { return missing(); }
int highest_priority(int) { return missing(); }
int lowest_priority(int) { return missing(); }
int time_slice(int, double&) { return missing(); }
int set_processors(int, const int*, size_t) { return missing(); }
int read_clock(int, int64_t&) { return errno = EINVAL, -1; }
int clock_resolution(int, int64_t&) { return errno = EINVAL, -1; }

}  // namespace portalis::platform
