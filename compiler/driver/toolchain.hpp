// The C++ compiler and linker behind Portalis: which ones, with which flags.
#pragma once

#include <string>
#include <vector>

#include "compiler/driver/layout.hpp"
#include "compiler/driver/process.hpp"

namespace portalis::driver {

enum class Profile : uint8_t { release, debug };
const char* profile_name(Profile profile);
enum class Threads : uint8_t { system, fibers };   // what threading.Thread is: an OS thread, or a fiber of the only one

struct Toolchain {
  std::string compiler;                        // path of g++ or clang++
  std::string identity;                        // goes into cache keys
};
// PORTALIS_CXX, else g++, else clang++. false: error text that says what to install.
bool find_toolchain(Toolchain& out, std::string& error);

// What the objects of a build depend on besides their C++ text: the compiler, its flags, the headers.
std::string object_inputs(const Toolchain& toolchain, const Layout& layout, Profile profile);

std::vector<std::string> compile_command(const Toolchain& toolchain, const Layout& layout, Profile profile, const std::string& source,
                                         const std::string& object);
std::vector<std::string> precompile_command(const Toolchain& toolchain, const Layout& layout, Profile profile);
std::vector<std::string> link_command(const Toolchain& toolchain, const Layout& layout, Profile profile, Threads threads,
                                      const std::vector<std::string>& objects, const std::string& executable);
// Says something when the headers were precompiled for another compiler.
std::vector<std::string> header_check_command(const Toolchain& toolchain, const Layout& layout);
// Objects to one object.
std::vector<std::string> merge_command(const Toolchain& toolchain, const std::vector<std::string>& objects, const std::string& merged);

}  // namespace portalis::driver
