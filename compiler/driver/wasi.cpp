// Compiling the runtime for WebAssembly, linking with it, and finding an engine.
#include "compiler/driver/wasi.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "compiler/driver/objects.hpp"

extern char** environ;

namespace portalis::driver {

namespace fs = std::filesystem;

namespace {

struct Package {
  const char* name;
  const char* file;                            // there when it is installed
};
constexpr Package packages[] = {
    {"clang-19", "/usr/bin/clang++-19"},
    {"lld-19", "/usr/bin/wasm-ld-19"},
    {"llvm-19", "/usr/bin/llvm-ar-19"},
    {"wasi-libc", "/usr/include/wasm32-wasi/wasi/api.h"},
    {"libc++-19-dev-wasm32", "/usr/lib/llvm-19/include/wasm32-wasi/c++/v1/version"},
    {"libclang-rt-19-dev-wasm32", "/usr/lib/llvm-19/lib/clang/19/lib/wasi/libclang_rt.builtins-wasm32.a"},
    {"binaryen", "/usr/bin/wasm-opt"},
};

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& w : words) out += (out.empty() ? "" : " ") + w;
  return out;
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

// Which of the runtime's libraries a source file goes into; null: none.
const char* library_of(const std::string& path) {
  if (path.ends_with("_test.cpp") || path.ends_with("_bench.cpp")) return nullptr;
  if (path.find("modules/signal/") != path.npos) return nullptr;   // there are none
  if (path.find("platform/native/") != path.npos || path.find("platform/fibers/native/") != path.npos || path.find("platform/browser/") != path.npos) return nullptr;
  if (path.find("platform/fibers/") != path.npos || path.ends_with("platform/wasi/context.cpp")) return "fibers";
  if (path.ends_with("platform/wasi/single.cpp")) return "single";
  return "rt";
}

std::vector<fs::path> files_below(const fs::path& folder, std::initializer_list<const char*> extensions) {
  std::vector<fs::path> out;
  std::error_code code;
  for (fs::recursive_directory_iterator it(folder, code), end; !code && it != end; it.increment(code)) {
    for (const char* extension : extensions) {
      if (it->path().extension() == extension) out.push_back(it->path());
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

std::vector<std::string> missing_wasi_packages() {
  std::vector<std::string> out;
  std::error_code ignored;
  for (const Package& p : packages) {
    if (!fs::exists(p.file, ignored)) out.push_back(p.name);
  }
  return out;
}

bool install_wasi_packages(Progress& progress, std::string& error) {
  std::vector<std::string> missing = missing_wasi_packages();
  if (missing.empty()) return true;
  std::string advice = "; run as an administrator: apt-get install " + joined(missing);
  std::string apt = find_program("apt-get");
  if (apt.empty()) return error = "the target wasi needs these packages, and there is no apt-get here: " + joined(missing), false;
  std::vector<std::string> command;
  if (!is_administrator()) {
    std::string sudo = find_program("sudo");
    if (sudo.empty() || run_captured({sudo, "-n", "true"}).status != 0) {
      return error = "the target wasi needs packages that this user may not install" + advice, false;
    }
    command = {sudo, "-n"};
  }
  auto with = [&](std::initializer_list<std::string> more) {
    std::vector<std::string> out = command;
    out.insert(out.end(), {"/usr/bin/env", "DEBIAN_FRONTEND=noninteractive", apt});
    out.insert(out.end(), more);
    return out;
  };
  progress.step("installing " + joined(missing));
  auto install = with({"install", "-y", "--no-install-recommends"});
  install.insert(install.end(), missing.begin(), missing.end());
  ProcessResult result = run_captured(install);
  if (result.status != 0) {                    // perhaps the lists of packages are old
    run_captured(with({"update"}));
    result = run_captured(install);
  }
  progress.clear();
  if (result.status == 0 && missing_wasi_packages().empty()) return true;
  size_t tail = result.output.size() > 600 ? result.output.size() - 600 : 0;
  error = "installing packages for the target wasi failed" + advice + "\n" + result.output.substr(tail);
  return false;
}

bool prepare_wasi_runtime(Toolchain& toolchain, const Layout& layout, const Cache& cache, Progress& progress, std::string& error) {
  std::vector<Unit> units;
  std::vector<const char*> libraries;
  for (const fs::path& file : files_below(fs::path(layout.include_directory) / "runtime", {".cpp"})) {
    const char* library = library_of(file.string());
    if (!library) continue;
    units.push_back({.name = file.stem().string(), .cpp = read_file(file), .file = file.string(), .profile = Profile::small});
    libraries.push_back(library);
  }
  if (units.empty()) return error = "the runtime's sources are not in " + layout.include_directory + "; the installation is incomplete", false;
  // Keys of objects cover the headers below runtime/ and abi/; these are the others.
  std::string public_headers;
  for (const fs::path& file : files_below(fs::path(layout.include_directory) / "include", {".hpp"})) public_headers += read_file(file);
  toolchain.identity += content_key(public_headers);
  set_keys(units, toolchain, layout);
  std::string all = layout.include_directory;   // precompiled headers are bound to their place
  for (const Unit& unit : units) all += unit.key;
  toolchain.runtime_directory = cache.directory() + "/wasi/" + content_key(all);
  std::error_code code;
  if (fs::exists(toolchain.runtime_directory + "/complete", code)) return true;

  progress.step("compiling the runtime for wasi, once");
  std::string folder = toolchain.runtime_directory + "." + process_id();
  fs::create_directories(folder, code);
  // The headers are most of what there is to compile.
  auto precompile = [&](Profile profile) {
    ProcessResult result = run_captured(precompile_command(toolchain, layout, profile, folder + "/" + profile_name(profile) + ".pch"));
    if (result.status != 0 && error.empty()) error = "precompiling headers for wasi failed: " + result.output.substr(0, 2000);
  };
  precompile(Profile::small);
  Toolchain with_headers = toolchain;
  with_headers.runtime_directory = folder;
  if (!error.empty() || !compile(units, with_headers, layout, cache, progress)) {
    for (const Unit& unit : units) {
      if (error.empty()) error = unit.error;
    }
    fs::remove_all(folder, code);
    return false;
  }
  for (const char* library : {"rt", "fibers", "single"}) {
    std::vector<std::string> command = {"/usr/bin/llvm-ar-19", "crs", folder + "/lib" + library + ".a"};
    for (size_t i = 0; i < units.size(); ++i) {
      if (libraries[i] == std::string_view(library)) command.push_back(units[i].object);
    }
    ProcessResult result = run_captured(command);
    if (result.status != 0) error = "making the runtime library for wasi failed: " + result.output;
  }
  precompile(Profile::release);
  precompile(Profile::debug);
  fs::remove(folder + "/small.pch", code);
  if (error.empty() && !write_file(folder + "/complete", "", error)) error += " (is the disk full?)";
  if (error.empty()) {
    fs::rename(folder, toolchain.runtime_directory, code);
    if (!code || fs::exists(toolchain.runtime_directory + "/complete", code)) return true;   // another process was faster
    error = "cannot write " + toolchain.runtime_directory + ": " + code.message();
  }
  fs::remove_all(folder, code);
  return false;
}

std::string wasi_intermediate_file(const std::string& module) { return module + ".linked"; }

std::string wasi_archive(const Toolchain& toolchain) { return toolchain.runtime_directory + "/librt.a"; }

std::string wasi_threads_archive(const Toolchain& toolchain, bool threads) { return toolchain.runtime_directory + (threads ? "/libfibers.a" : "/libsingle.a"); }

std::vector<std::vector<std::string>> wasi_link_commands(const Toolchain& toolchain, Profile profile, bool threads,
                                                         const std::vector<std::string>& objects, const std::string& runtime,
                                                         const std::string& module) {
  const bool optimise = profile == Profile::release;
  const std::string linked = threads || optimise ? wasi_intermediate_file(module) : module;
  // Without -O: clang would run wasm-opt by itself, before Asyncify, and inline what must stay out of line.
  std::vector<std::string> link = {toolchain.compiler, "--target=wasm32-wasi", "-fuse-ld=/usr/bin/wasm-ld-19"};
  link.insert(link.end(), objects.begin(), objects.end());
  link.insert(link.end(), {wasi_threads_archive(toolchain, threads), runtime, "-Wl,--gc-sections",
                           "-Wl,-z,stack-size=8388608", "-Wl,--stack-first", "-o", linked});
  for (const char* call : {"open", "openat", "read", "write", "close", "lseek", "fstat", "fstatat", "stat", "lstat", "ftruncate"}) {
    link.push_back(std::string("-Wl,--wrap=") + call);   // runtime/platform/wasi/null_device.cpp
  }
  if (optimise) link.push_back("-Wl,--strip-all");
  std::vector<std::vector<std::string>> out = {link};
  if (linked == module) return out;
  out.push_back({"/usr/bin/wasm-opt", "--enable-bulk-memory", "--enable-sign-ext", "--enable-mutable-globals", "--enable-multivalue",
                 "--enable-reference-types", "--enable-nontrapping-float-to-int"});
  std::vector<std::string>& rewrite = out.back();
  // Before everything else. That -Oz is said in the same command makes it keep fewer variables across switches: a seventh of the
  // module. No imported function switches fibers.
  if (threads) rewrite.insert(rewrite.end(), {"--asyncify", "--pass-arg=asyncify-imports@none.none"});
  // Loops made anew from the flattened code, and what that leaves to do: a hundredth of the module.
  if (optimise && !threads) rewrite.insert(rewrite.end(), {"--flatten", "--rereloop", "-Oz"});
  rewrite.push_back(optimise ? "-Oz" : "-g");  // -g keeps the names
  if (optimise) rewrite.push_back("--reorder-functions");   // what is called most has the shortest numbers
  rewrite.insert(rewrite.end(), {linked, "-o", module});
  return out;
}

std::vector<std::string> wasi_run_command(const Layout& layout, const std::string& module, const std::vector<std::string>& arguments,
                                          const std::vector<std::string>& folders, std::string& error) {
  std::error_code code;
  std::string here = fs::current_path(code).string();
  std::vector<std::string> open = {here};
  if (fs::path temporary = fs::temp_directory_path(code); !code) open.push_back(temporary.lexically_normal().string());
  for (const std::string& folder : folders) open.push_back(fs::absolute(folder, code).lexically_normal().string());
  std::vector<std::string> environment;
  for (char** variable = environ; *variable; ++variable) {
    if (!std::string_view(*variable).starts_with("PWD=")) environment.push_back(*variable);
  }
  environment.push_back("PWD=" + here);

  const char* chosen = std::getenv("PORTALIS_WASI_ENGINE");
  for (const std::string& engine : chosen && *chosen ? std::vector<std::string>{chosen} : std::vector<std::string>{"wasmtime", "wasmedge", "wasmer", "node"}) {
    std::string program = find_program(engine);
    if (program.empty()) continue;
    std::vector<std::string> out = {program};
    auto options = [&](const char* option, const std::vector<std::string>& values, const char* separator) {
      for (const std::string& v : values) out.insert(out.end(), {option, *separator ? v + separator + v : v});
    };
    if (engine == "wasmtime") {
      out.insert(out.end(), {"run", "-W", "max-wasm-stack=33554432"});
      options("--dir", open, "::");
      options("--env", environment, "");
      out.insert(out.end(), {"--argv0", arguments[0], module});
    } else if (engine == "wasmedge") {
      options("--dir", open, ":");
      options("--env", environment, "");
      out.push_back(module);
    } else if (engine == "wasmer") {
      out.push_back("run");
      options("--mapdir", open, ":");
      options("--env", environment, "");
      out.insert(out.end(), {module, "--"});
    } else if (engine == "node") {
      // V8 ends a module that goes deeper than its limit: it has to be above what our RecursionError allows.
      size_t stack = raise_stack_limit(size_t{128} << 20);
      out.insert(out.end(), {"--no-warnings", "--stack-size=" + std::to_string(stack / 1024 > 1500 ? stack / 1024 - 1000 : 500),
                             layout.include_directory + "/runtime/platform/wasi/run.cjs", module});
      for (const std::string& folder : open) out.push_back("--dir=" + folder);
      out.insert(out.end(), {"--", arguments[0]});
    }
    out.insert(out.end(), arguments.begin() + 1, arguments.end());
    return out;
  }
  error = chosen && *chosen ? "the engine " + std::string(chosen) + " (from PORTALIS_WASI_ENGINE) was not found"
                            : "no WASI engine found (looked for wasmtime, wasmedge, wasmer and node); install one with: apt-get install nodejs";
  return {};
}

}  // namespace portalis::driver
