// os: constants. Those that say something on every target have Linux's numbers here; the rest comes from the target's
// headers (platform::constants()).
#include "runtime/modules/os/os_internal.hpp"
#include "runtime/platform/file_calls.hpp"

namespace py::os {
namespace {

struct Constant { const char* name; int value; };
constexpr Constant everywhere[] = {
    // exit statuses of <sysexits.h>
    {"EX_OK", 0}, {"EX_USAGE", 64}, {"EX_DATAERR", 65}, {"EX_NOINPUT", 66}, {"EX_NOUSER", 67}, {"EX_NOHOST", 68}, {"EX_UNAVAILABLE", 69},
    {"EX_SOFTWARE", 70}, {"EX_OSERR", 71}, {"EX_OSFILE", 72}, {"EX_CANTCREAT", 73}, {"EX_IOERR", 74}, {"EX_TEMPFAIL", 75},
    {"EX_PROTOCOL", 76}, {"EX_NOPERM", 77}, {"EX_CONFIG", 78},
    // options of waitpid() and waitid()
    {"WNOHANG", 1}, {"WUNTRACED", 2}, {"WSTOPPED", 2}, {"WEXITED", 4}, {"WCONTINUED", 8}, {"WNOWAIT", 0x1000000},
};

}  // namespace

void add_constants(Module* os) {
  for (const Constant& c : everywhere) module_set(os, c.name, small_int(c.value));
  for (const auto& c : portalis::platform::constants()) module_set(os, c.name, small_int(c.value));
}

}  // namespace py::os
