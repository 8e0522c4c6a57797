// The optional system calls where there are no processes, users and pipes: WASI preview 1.
#include "runtime/platform/system_calls.hpp"

#include <cerrno>

#include "runtime/platform/platform.hpp"

namespace portalis::platform {
namespace {

struct ErrorNumber {
  int here, on_linux;
};
constexpr ErrorNumber error_numbers[] = {
    {EPERM, 1},         {ENOENT, 2},        {ESRCH, 3},         {EINTR, 4},          {EIO, 5},           {ENXIO, 6},
    {E2BIG, 7},         {ENOEXEC, 8},       {EBADF, 9},         {ECHILD, 10},        {EAGAIN, 11},       {ENOMEM, 12},
    {EACCES, 13},       {EFAULT, 14},       {EBUSY, 16},        {EEXIST, 17},        {EXDEV, 18},        {ENODEV, 19},
    {ENOTDIR, 20},      {EISDIR, 21},       {EINVAL, 22},       {ENFILE, 23},        {EMFILE, 24},       {ENOTTY, 25},
    {ETXTBSY, 26},      {EFBIG, 27},        {ENOSPC, 28},       {ESPIPE, 29},        {EROFS, 30},        {EMLINK, 31},
    {EPIPE, 32},        {EDOM, 33},         {ERANGE, 34},       {EDEADLK, 35},       {ENAMETOOLONG, 36}, {ENOLCK, 37},
    {ENOSYS, 38},       {ENOTEMPTY, 39},    {ELOOP, 40},        {EILSEQ, 84},        {EOVERFLOW, 75},    {ENOTSUP, 95},
    {EPROTO, 71},       {ENOTSOCK, 88},     {EMSGSIZE, 90},     {EADDRINUSE, 98},    {ECONNABORTED, 103}, {ECONNRESET, 104},
    {ENOBUFS, 105},     {EISCONN, 106},     {ENOTCONN, 107},    {ETIMEDOUT, 110},    {ECONNREFUSED, 111}, {EALREADY, 114},
    {EINPROGRESS, 115}, {ESTALE, 116},      {EDQUOT, 122},      {ECANCELED, 125},    {ENOTCAPABLE, 13},
};

int missing() {
  errno = ENOSYS;
  return -1;
}

}  // namespace

const char* system_name() { return "wasi"; }

int portable_error(int error) {
  for (const ErrorNumber& n : error_numbers) {
    if (n.here == error) return n.on_linux;
  }
  return error;
}

int system_error(int portable) {
  for (const ErrorNumber& n : error_numbers) {
    if (n.on_linux == portable) return n.here;
  }
  return 0;
}

int make_pipe(int[2]) { return missing(); }
int duplicate(int) { return missing(); }
int duplicate_to(int, int, bool) { return missing(); }
int change_mode(const char*, unsigned) { return missing(); }
int change_mode(int, unsigned) { return missing(); }
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
