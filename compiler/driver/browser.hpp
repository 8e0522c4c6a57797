// Programs for browsers: the toolchain, and the folder that a web server serves.
//
// What is the same for all programs (Emscripten, the compiled runtime, its JavaScript, the page's packages) is made once by
// tools/scripts/browser_runtime.sh, whose answer is read here. See docs/architecture.md.
#pragma once

#include <string>
#include <vector>

#include "compiler/driver/cache.hpp"
#include "compiler/driver/progress.hpp"
#include "compiler/driver/toolchain.hpp"

namespace portalis::driver {

struct BrowserOptions {
  bool page = true;                            // index.html and what it needs, not only the module and its API
  bool quick = false;                          // without wasm-opt and compressed copies
  int workers = -1;                            // started in advance; -1: as many as the browser has processors, and two
  std::vector<std::string> embedded;           // files put into the program's file system, FILE or FILE=PATH
};

// What the script made.
struct BrowserRuntime {
  std::string packages;                        // node_modules
  std::string glue;                            // Emscripten's JavaScript
};

// Makes what is missing (the first time minutes, with messages on stderr); `layout` and `toolchain` become those of the target.
bool ready_browser(const Cache& cache, Layout& layout, Toolchain& toolchain, Progress& progress, std::string& failure);
bool read_browser_runtime(const Cache& cache, BrowserRuntime& out, std::string& failure);

// wasm-opt, through the cache: the path of the smaller module.
bool optimise_module(const std::string& module, const Toolchain& toolchain, const Cache& cache, Progress& progress, std::string& out, std::string& failure);

// What goes into the folder.
struct BrowserProgram {
  std::string name;                            // sys.argv[0]
  std::string module;
  std::string fibers;                          // the WASI module for pages without shared memory; empty: none
  bool starts_threads = true;
};

// Writes the folder: what is there under other names stays.
bool write_browser_folder(const std::string& folder, const BrowserProgram& program, bool compress, const BrowserOptions& options, const Layout& layout,
                          const Cache& cache, std::string& failure);

}  // namespace portalis::driver
