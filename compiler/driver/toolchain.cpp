// Compiler flags live here and nowhere else.
#include "compiler/driver/toolchain.hpp"

#include <cstdlib>
#include <filesystem>

namespace portalis::driver {

Profile headers_profile(Profile profile) { return profile == Profile::counting || profile == Profile::guided ? Profile::release : profile; }

const char* profile_name(Profile profile) {
  switch (headers_profile(profile)) {
    case Profile::release: return "release";
    case Profile::debug: return "debug";
    default: return "small";
  }
}

static bool find_compiler(const std::string& name, Toolchain& out) {
  out.compiler = name.find('/') != std::string::npos ? name : find_program(name);
  if (out.compiler.empty()) return false;
  std::error_code code;
  std::filesystem::path real = std::filesystem::canonical(out.compiler, code);
  if (code) return false;
  out.is_clang = real.filename().string().find("clang") != std::string::npos;
  out.identity = real.string() + "@" + std::to_string(std::filesystem::last_write_time(real, code).time_since_epoch().count());
  return true;
}

bool find_toolchain(Target target, Toolchain& out, std::string& error) {
  out.target = target;
  if (target == Target::wasi) {
    if (find_compiler("/usr/bin/clang++-19", out)) return true;
    error = "the compiler of the target wasi is missing; install it with: apt-get install clang-19";
    return false;
  }
  std::vector<std::string> names = {"clang++-19", "g++", "clang++"};
  const char* chosen = std::getenv("PORTALIS_CXX");
  if (chosen && *chosen) names = {chosen};
  for (const std::string& name : names) {
    if (find_compiler(name, out)) return true;
  }
  error = "no C++ compiler found (looked for " + std::string(chosen && *chosen ? chosen : "clang++-19, g++ and clang++") +
          "); install one with: apt-get install clang-19   (or name one in PORTALIS_CXX)";
  return false;
}

namespace {

std::vector<std::string> flags(const Toolchain& toolchain, Profile profile) {
  std::vector<std::string> out = {"-std=gnu++20", "-w", "-pipe", "-fno-exceptions", "-fno-rtti", "-fno-strict-aliasing",
                                  "-ffunction-sections", "-fdata-sections"};
  if (toolchain.target != Target::native) {
    if (toolchain.target == Target::wasi) out.insert(out.end(), {"--target=wasm32-wasi", "-mbulk-memory", "-mnontrapping-fptoint"});
    out.insert(out.end(), toolchain.flags.begin(), toolchain.flags.end());
    // Not -O0: an engine takes no function with more than 50000 locals.
    if (profile == Profile::debug) out.insert(out.end(), {"-O1", "-DPORTALIS_DEBUG"});
    else if (profile == Profile::small) out.insert(out.end(), {"-Oz"});
    else out.push_back("-O2");
    return out;
  }
  // The program and the runtime are one executable: thread-local and global data of one are next to the other.
  out.push_back("-ftls-model=local-exec");
  if (toolchain.is_clang) out.push_back("-fdirect-access-external-data");
  if (headers_profile(profile) == Profile::release) out.insert(out.end(), {"-O2", "-fno-semantic-interposition"});
  else out.insert(out.end(), {"-O0", "-g", "-DPORTALIS_DEBUG"});
  if (profile == Profile::counting) out.push_back("-fprofile-generate=" + toolchain.counts);
  if (profile == Profile::guided) out.push_back("-fprofile-use=" + toolchain.counts);
  if (*PORTALIS_SANITIZER_FLAG) out.push_back(PORTALIS_SANITIZER_FLAG);
  if (*PORTALIS_SANITIZER_LEVEL) out.push_back(PORTALIS_SANITIZER_LEVEL);
  return out;
}

std::vector<std::string> common(const Toolchain& toolchain, const Layout& layout, Profile profile) {
  std::vector<std::string> out = flags(toolchain, profile);
  out.insert(out.begin(), toolchain.compiler);
  if (toolchain.target == Target::native) out.push_back("-I" + layout.library_directory + "/pch/" + profile_name(profile));
  else out.push_back("-I" + layout.include_directory + "/include");
  out.push_back("-I" + layout.include_directory);
  return out;
}

}  // namespace

std::string object_inputs(const Toolchain& toolchain, const Layout& layout, Profile profile) {
  std::string out = toolchain.identity + "\n" + layout.headers_key + "\n";
  for (const std::string& flag : flags(toolchain, profile)) out += flag + " ";
  return out;
}

std::vector<std::string> compile_command(const Toolchain& toolchain, const Layout& layout, Profile profile, const std::string& source,
                                         const std::string& object) {
  std::vector<std::string> out = common(toolchain, layout, profile);
  if (!toolchain.runtime_directory.empty()) {
    std::string header = toolchain.runtime_directory + "/" + profile_name(profile) + ".pch";
    std::error_code ignored;
    if (std::filesystem::exists(header, ignored)) out.insert(out.end(), {"-include-pch", header});
  }
  out.insert(out.end(), {"-c", source, "-o", object});
  return out;
}

std::vector<std::string> precompile_command(const Toolchain& toolchain, const Layout& layout, Profile profile, const std::string& header) {
  std::vector<std::string> out = common(toolchain, layout, profile);
  // The note beside it says by content what it was made from (headers.cpp); a header that was only touched is the same.
  if (toolchain.is_clang) out.insert(out.end(), {"-Xclang", "-fno-pch-timestamp"});
  out.insert(out.end(), {"-x", "c++-header", layout.include_directory + (profile == Profile::small ? "/runtime/object/operators.hpp" : "/abi/program.hpp"), "-o", header});
  return out;
}

std::vector<std::string> link_command(const Toolchain& toolchain, const Layout& layout, Profile profile, Threads threads,
                                      const std::vector<std::string>& objects, const std::string& runtime, const std::string& executable) {
  if (toolchain.target != Target::native) {
    std::vector<std::string> out = toolchain.link;
    out.insert(out.begin() + 1, objects.begin(), objects.end());
    out.insert(out.end(), {runtime, "-o", executable});
    return out;
  }
  std::vector<std::string> out = {toolchain.compiler};
  out.insert(out.end(), objects.begin(), objects.end());
  // Before the runtime, so that its threads are the ones that are linked.
  if (threads == Threads::fibers) out.insert(out.end(), {"-Wl,--whole-archive", layout.fibers_archive(), "-Wl,--no-whole-archive"});
  out.insert(out.end(), {"-o", executable, runtime, "-static-libstdc++", "-static-libgcc", "-pthread", "-Wl,--gc-sections"});
  if (*PORTALIS_SANITIZER_FLAG) {
    out.push_back(PORTALIS_SANITIZER_FLAG);
  } else {
    // At a fixed address: thousands of pointers in tables need not be made fit at each start.
    out.push_back("-no-pie");
    if (profile != Profile::debug) out.push_back("-s");
  }
  if (profile == Profile::counting) out.push_back("-fprofile-generate");
  if (*PORTALIS_LINK_FLAG) out.push_back(PORTALIS_LINK_FLAG);
  if (!find_program("ld.lld").empty()) out.push_back("-fuse-ld=lld");
  return out;
}

std::vector<std::string> merge_command(const Toolchain& toolchain, const std::vector<std::string>& objects, const std::string& merged) {
  std::vector<std::string> out = {toolchain.compiler, "-r", "-nostdlib"};
  out.insert(out.end(), objects.begin(), objects.end());
  out.insert(out.end(), {"-o", merged});
  return out;
}

}  // namespace portalis::driver
