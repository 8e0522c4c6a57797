// The C++ compiler and linker behind Portalis: which ones, with which flags.
#pragma once

#include <string>
#include <vector>

#include "compiler/driver/layout.hpp"
#include "compiler/driver/process.hpp"

namespace portalis::driver {

// small: for size, as the runtime of targets that are downloaded. large: release for programs of many lines, where -O1
// halves the compile time and the result runs within 5 % of -O2 either way (bench/programs), because most of a program's
// time is spent in the runtime, which is -O2.
enum class Profile : uint8_t { release, large, debug, small };
inline constexpr Profile all_profiles[] = {Profile::release, Profile::large, Profile::debug, Profile::small};
inline constexpr size_t large_program = 300'000;   // bytes of C++, of some 300 lines of Python
const char* profile_name(Profile profile);           // of its precompiled headers too, which large shares with release
enum class Threads : uint8_t { system, fibers };   // what threading.Thread is: an OS thread, or a fiber of the only one

enum class Target : uint8_t { native, wasi, browser };

struct Toolchain {
  Target target = Target::native;
  std::string compiler;                        // path of g++ or clang++
  std::string identity;                        // goes into cache keys
  std::string runtime_directory;               // of other targets than native: the precompiled headers (and wasi's libraries)
  // browser (browser.hpp):
  std::vector<std::string> flags;              // what the compiler is given for the target
  std::vector<std::string> link;               // the linker with all arguments but the objects and the output
  std::string optimiser;                       // wasm-opt
};
// Native: PORTALIS_CXX, else g++, else clang++. wasi: Debian's clang-19. false: error text that says what to install.
bool find_toolchain(Target target, Toolchain& out, std::string& error);

// What the objects of a build depend on besides their C++ text: the compiler, its flags, the headers.
std::string object_inputs(const Toolchain& toolchain, const Layout& layout, Profile profile);

std::vector<std::string> compile_command(const Toolchain& toolchain, const Layout& layout, Profile profile, const std::string& source,
                                         const std::string& object);
// What emitted code includes; for the runtime itself (Profile::small) what most of it includes.
std::vector<std::string> precompile_command(const Toolchain& toolchain, const Layout& layout, Profile profile, const std::string& header);
// Where the native target's precompiled header is, for the compiler to find it by the name it is included by.
std::string native_precompiled_header(const Layout& layout, Profile profile);
// `runtime` is the archive of the runtime, or a copy of it.
std::vector<std::string> link_command(const Toolchain& toolchain, const Layout& layout, Profile profile, Threads threads,
                                      const std::vector<std::string>& objects, const std::string& runtime, const std::string& executable);
// Says something when the headers were precompiled for another compiler.
std::vector<std::string> header_check_command(const Toolchain& toolchain, const Layout& layout);
// Objects to one object.
std::vector<std::string> merge_command(const Toolchain& toolchain, const std::vector<std::string>& objects, const std::string& merged);

}  // namespace portalis::driver
