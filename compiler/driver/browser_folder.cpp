// The folder of a program for browsers: module, JavaScript, page, embedded files, compressed copies.
#include <filesystem>
#include <fstream>

#include "compiler/driver/browser.hpp"

namespace portalis::driver {

namespace fs = std::filesystem;

namespace {

std::string json(const std::string& text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\', out += c;
    else if (static_cast<unsigned char>(c) < 32) {
      char escaped[8];
      std::snprintf(escaped, sizeof escaped, "\\u%04x", c);
      out += escaped;
    } else out += c;
  }
  return out + "\"";
}

class Writer {
 public:
  Writer(fs::path folder, std::string& failure) : folder_(std::move(folder)), failure_(failure) {
    std::error_code code;
    fs::create_directories(folder_, code);
    if (code) fail(folder_, code);
  }
  bool good() const { return failure_.empty(); }

  void copy(const fs::path& from, const std::string& name) {
    if (!good()) return;
    std::error_code code;
    fs::path to = folder_ / name, temporary = to.string() + "." + process_id();
    fs::create_directories(to.parent_path(), code);
    if (!code) fs::copy_file(from, temporary, fs::copy_options::overwrite_existing, code);
    if (!code) fs::permissions(temporary, fs::perms::owner_write, fs::perm_options::add, code);
    if (!code) fs::rename(temporary, to, code);
    written(to, code);
    if (code) fs::remove(temporary, code);
  }
  void write(const std::string& name, const std::string& text) {
    if (good() && write_file((folder_ / name).string(), text, failure_)) files_.push_back(folder_ / name);
  }
  // For web servers that hand out prepared files; nothing where it would not be smaller.
  void compress() {
    if (!good()) return;
    std::string brotli = find_program("brotli"), gzip = find_program("gzip");
    in_parallel(files_.size(), [&](size_t i) {
      std::error_code ignored;
      std::string file = files_[i].string();
      if (fs::file_size(file, ignored) < 1024) return;
      if (!brotli.empty()) run_captured({brotli, "-f", "-k", "-q", "11", "-w", "24", file});
      if (!gzip.empty()) run_captured({gzip, "-f", "-k", "-n", "-9", file});
    });
  }

 private:
  void written(const fs::path& file, std::error_code code) {
    // Copies of an earlier build must not be served for this one.
    std::error_code ignored;
    for (const char* suffix : {".br", ".gz"}) fs::remove(file.string() + suffix, ignored);
    if (code) fail(file, code);
    else files_.push_back(file);
  }
  void fail(const fs::path& file, std::error_code code) { failure_ = "cannot write " + file.string() + ": " + code.message(); }

  fs::path folder_;
  std::string& failure_;
  std::vector<fs::path> files_;
};

// FILE or FILE=PATH: where it stands in the program's file system, relative paths below its working folder.
std::string place_of(const std::string& embedded, fs::path& file) {
  size_t equals = embedded.rfind('=');
  file = embedded.substr(0, equals);
  std::string place = equals == std::string::npos ? file.lexically_normal().generic_string() : embedded.substr(equals + 1);
  if (!place.starts_with('/')) place = "/" + place;
  return place;
}

}  // namespace

bool write_browser_folder(const std::string& folder, const BrowserProgram& program, bool compress, const BrowserOptions& options, const Layout& layout,
                          const Cache& cache, std::string& failure) {
  BrowserRuntime runtime;
  if (!read_browser_runtime(cache, runtime, failure)) return false;
  failure.clear();
  Writer out(folder, failure);
  fs::path web = fs::path(layout.include_directory) / "web", packages = runtime.packages;
  out.copy(program.module, "program.wasm");
  out.copy(runtime.glue, "program.js");
  for (const char* file : {"portalis.js", "portalis.d.ts"}) out.copy(web / file, file);
  out.copy(packages / "coi-serviceworker/coi-serviceworker.min.js", "coi-serviceworker.min.js");
  if (!program.fibers.empty()) {
    out.copy(program.fibers, "program.fibers.wasm");
    out.copy(web / "fibers.js", "fibers.js");
    for (const char* file : {"index.js", "wasi.js", "wasi_defs.js", "fd.js", "fs_mem.js", "fs_opfs.js", "strace.js", "debug.js"}) {
      out.copy(packages / "@bjorn3/browser_wasi_shim/dist" / file, std::string("wasi/") + file);
    }
  }
  if (options.page) {
    for (const char* file : {"index.html", "page.js", "page.css"}) out.copy(web / file, file);
    out.copy(packages / "@xterm/xterm/lib/xterm.mjs", "xterm.mjs");
    out.copy(packages / "@xterm/xterm/css/xterm.css", "xterm.css");
    out.copy(packages / "@xterm/addon-fit/lib/addon-fit.mjs", "addon-fit.mjs");
  }
  std::string files;
  for (size_t i = 0; i < options.embedded.size() && failure.empty(); ++i) {
    fs::path file;
    std::string place = place_of(options.embedded[i], file), stored = "files/" + std::to_string(i) + file.extension().string();
    if (!fs::is_regular_file(file)) {
      failure = "cannot embed " + file.string() + ": it is not a file";
      return false;
    }
    out.copy(file, stored);
    files += (files.empty() ? "" : ", ") + ("{\"path\": " + json(place) + ", \"url\": " + json(stored) + "}");
  }
  std::error_code code;
  std::string workers = !program.starts_threads ? "0" : options.workers < 0 ? "null" : std::to_string(options.workers);
  std::string about = "{\"name\": " + json(program.name) + ", \"module\": \"program.wasm\", \"size\": " +
                      std::to_string(fs::file_size(program.module, code)) + ", \"glue\": \"program.js\", \"workers\": " + workers + ", \"files\": [" + files + "]";
  if (!program.fibers.empty()) {
    about += ", \"fibers\": {\"module\": \"program.fibers.wasm\", \"size\": " + std::to_string(fs::file_size(program.fibers, code)) + "}";
  }
  out.write("program.json", about + "}\n");
  if (compress) out.compress();
  return failure.empty();
}

}  // namespace portalis::driver
