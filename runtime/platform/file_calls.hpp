// Calls on files that not every target has: owners, extended attributes, copying inside the system, limits. As in
// system_calls.hpp they return -1 and set errno, which is ENOSYS where a target lacks them (lacking_calls.cpp).
#pragma once

#include <sys/uio.h>

#include <cstddef>
#include <cstdint>

namespace portalis::platform {

// A file by name, relative to the open directory `folder` (AT_FDCWD: the current one), or an open file (path null).
struct Target {
  const char* path;
  int descriptor;
  int folder;
  bool follow;                                     // false: a symbolic link itself, not what it points to
};

int change_owner(const Target& file, unsigned user, unsigned group);
int change_directory(int descriptor);
int synchronize();                                 // sync(): everything written so far
int make_fifo(const Target& file, unsigned mode);
int make_node(const Target& file, unsigned mode, uint64_t device);
struct FileSystem {
  uint64_t block_size, fragment_size, blocks, free_blocks, available_blocks, files, free_files, available_files, flags, name_limit, id;
};
int describe_file_system(const Target& file, FileSystem& out);

int64_t read_vector(int file, const iovec* parts, int n, int64_t offset, int flags);
int64_t write_vector(int file, const iovec* parts, int n, int64_t offset, int flags);
int lock_section(int file, int command, int64_t length);             // lockf()
int64_t send_file(int out, int in, int64_t* offset, size_t count);   // offset null: from where `in` stands
int64_t copy_range(int in, int64_t* in_offset, int out, int64_t* out_offset, size_t count);
int advise(int file, int64_t offset, int64_t length, int advice);
int reserve(int file, int64_t offset, int64_t length);               // posix_fallocate()

int64_t get_attribute(const Target& file, const char* name, void* value, size_t size);
int set_attribute(const Target& file, const char* name, const void* value, size_t size, int flags);
int remove_attribute(const Target& file, const char* name);
int64_t list_attributes(const Target& file, char* names, size_t size);

int make_pipe(int ends[2], int flags);
int memory_file(const char* name, unsigned flags);
int close_range(int first, int last);              // both included; those not open are passed over
int terminal_name(int descriptor, char* out, size_t size);
const char* controlling_terminal();                // null: none
int64_t get_random(void* out, size_t size, unsigned flags);

// -1 with errno 0: no limit, or not known.
int64_t file_limit(const Target& file, int name);
int64_t system_limit(int name);
size_t configuration_text(int name, char* out, size_t size);         // as confstr(): with its NUL; 0: none, or errno

// What the target's headers define, for the tables of the os module.
struct Name {
  const char* name;
  int64_t value;
};
struct Names {
  const Name* first;
  size_t count;
  const Name* begin() const { return first; }
  const Name* end() const { return first + count; }
};
Names constants();
Names system_limit_names();                        // each table in order of the names
Names file_limit_names();
Names configuration_text_names();

}  // namespace portalis::platform
