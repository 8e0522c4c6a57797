// Linux's numbers of errors, where the C library has WASI's.
#include <cerrno>

#include "runtime/platform/system_calls.hpp"

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
    {EINPROGRESS, 115}, {ESTALE, 116},      {EDQUOT, 122},      {ECANCELED, 125},   
#ifdef ENOTCAPABLE
    {ENOTCAPABLE, 13},
#endif
};

}  // namespace

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

}  // namespace portalis::platform
