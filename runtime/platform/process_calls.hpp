// Questions about processes, users and scheduling that not every target can answer: -1 and errno, as in system_calls.hpp.
#pragma once

#include <cstddef>
#include <cstdint>

namespace portalis::platform {

int get_priority(int which, unsigned who, int& out);
int set_priority(int which, unsigned who, int priority);
int change_niceness(int by, int& out);             // out: the new one
int session_of(int process);
int group_of(int process);
int user_groups(unsigned* out, int room);          // how many there are; room 0: only counts
int login_name(char* out, size_t size);
struct Ids {
  unsigned real, effective, saved;
};
int user_ids(Ids& out);
int group_ids(Ids& out);

int scheduling_policy(int process);
int set_scheduling(int process, int policy, int priority);
int scheduling_priority(int process, int& out);
int set_scheduling_priority(int process, int priority);
int highest_priority(int policy);
int lowest_priority(int policy);
int time_slice(int process, double& seconds);
int set_processors(int process, const int* numbers, size_t count);

// Clocks beyond those of platform.hpp, by Linux's numbers.
int read_clock(int clock, int64_t& nanoseconds);
int clock_resolution(int clock, int64_t& nanoseconds);

}  // namespace portalis::platform
