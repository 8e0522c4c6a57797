// The C++ compiler and linker behind Portalis: which ones, with which flags.
#pragma once

#include <string>
#include <vector>

#include "compiler/driver/layout.hpp"
#include "compiler/driver/process.hpp"

namespace portalis::driver {

// small: for size, as the runtime of targets that are downloaded. counting: as release, and the program counts what runs in it;
// guided: as release, by such counts (counts.hpp).
enum class Profile : uint8_t { release, debug, small, counting, guided };
inline constexpr Profile all_profiles[] = {Profile::release, Profile::debug, Profile::small, Profile::counting, Profile::guided};
Profile headers_profile(Profile profile);            // whose precompiled headers fit
const char* profile_name(Profile profile);           // of its precompiled headers too
enum class Threads : uint8_t { system, fibers };   // what threading.Thread is: an OS thread, or a fiber of the only one

enum class Target : uint8_t { native, wasi, browser };

struct Toolchain {
  Target target = Target::native;
  std::string compiler;                        // path of g++ or clang++
  bool is_clang = false;
  std::string identity;                        // goes into cache keys
  std::string runtime_directory;               // clang's precompiled headers (and wasi's libraries); g++ finds its own by the include path
  std::string counts;                          // counting: the folder the program writes to; guided: the file of counts
  // browser (browser.hpp):
  std::vector<std::string> flags;              // what the compiler is given for the target
  std::vector<std::string> link;               // the linker with all arguments but the objects and the output
  std::string optimiser;                       // wasm-opt
};
// Native: PORTALIS_CXX, else clang-19, which takes half of g++'s time for code as quick, else g++, else clang++. wasi:
// clang-19. false: error text that says what to install.
bool find_toolchain(Target target, Toolchain& out, std::string& error);

// What the objects of a build depend on besides their C++ text: the compiler, its flags, the headers.
std::string object_inputs(const Toolchain& toolchain, const Layout& layout, Profile profile);

std::vector<std::string> compile_command(const Toolchain& toolchain, const Layout& layout, Profile profile, const std::string& source,
                                         const std::string& object);
// What emitted code includes; for the runtime itself (Profile::small) what most of it includes.
std::vector<std::string> precompile_command(const Toolchain& toolchain, const Layout& layout, Profile profile, const std::string& header);
// `runtime` is the archive of the runtime, or a copy of it.
std::vector<std::string> link_command(const Toolchain& toolchain, const Layout& layout, Profile profile, Threads threads,
                                      const std::vector<std::string>& objects, const std::string& runtime, const std::string& executable);
// Objects to one object.
std::vector<std::string> merge_command(const Toolchain& toolchain, const std::vector<std::string>& objects, const std::string& merged);

}  // namespace portalis::driver
