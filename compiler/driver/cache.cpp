// The cache on disk: <directory>/ab/cdef....suffix
#include "compiler/driver/cache.hpp"

#define XXH_INLINE_ALL
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <unistd.h>
#include <xxhash.h>

#include "compiler/driver/process.hpp"

namespace portalis::driver {

namespace fs = std::filesystem;

std::string content_key(std::string_view content) {
  XXH128_hash_t h = XXH3_128bits(content.data(), content.size());
  char text[33];
  std::snprintf(text, sizeof text, "%016llx%016llx", static_cast<unsigned long long>(h.high64), static_cast<unsigned long long>(h.low64));
  return text;
}

bool Cache::open(std::string& error) {
  std::error_code code;
  const char *own = std::getenv("PORTALIS_CACHE"), *xdg = std::getenv("XDG_CACHE_HOME"), *home = std::getenv("HOME");
  fs::path wanted = own && *own ? fs::path(own) : xdg && *xdg ? fs::path(xdg) / "portalis" : home && *home ? fs::path(home) / ".cache/portalis" : fs::path();
  if (wanted.empty()) wanted = fs::temp_directory_path(code) / ("portalis-" + std::to_string(getuid()));
  return open(wanted, error);
}

bool Cache::open(const std::string& directory, std::string& error) {
  std::error_code code;
  fs::create_directories(directory, code);
  if (!code && access(directory.c_str(), W_OK | X_OK) != 0) code = std::error_code(errno, std::generic_category());
  directory_ = directory;
  if (!code) return true;
  error = "cannot write to the cache folder " + directory + ": " + code.message() + "; set PORTALIS_CACHE to a folder that can be written";
  return false;
}

std::string Cache::entry_name(const std::string& key, std::string_view suffix) {
  return key.substr(0, 2) + "/" + key.substr(2) + std::string(suffix);
}

std::string Cache::find(const std::string& key, std::string_view suffix) const {
  for (const std::string& directory : {also_in_, directory_}) {
    if (directory.empty()) continue;
    std::string file = directory + "/" + entry_name(key, suffix);
    if (access(file.c_str(), R_OK) == 0) return file;
  }
  return {};
}

std::string Cache::begin(const std::string& key, std::string_view suffix) const {
  static std::atomic<unsigned> counter{0};
  std::error_code ignored;
  std::string place = directory_ + "/" + entry_name(key, "");
  fs::create_directories(fs::path(place).parent_path(), ignored);
  return place + "." + process_id() + "-" + std::to_string(counter++) + std::string(suffix);
}

std::string Cache::commit(const std::string& temporary, const std::string& key, std::string_view suffix, std::string& error) const {
  std::error_code code;
  std::string final_path = directory_ + "/" + entry_name(key, suffix);
  fs::rename(temporary, final_path, code);
  if (!code) return final_path;
  error = "cannot write " + final_path + ": " + code.message();
  fs::remove(temporary, code);
  return {};
}

std::string Cache::full_disk() const {
  constexpr uintmax_t enough = 1 << 20;
  std::error_code code;
  fs::space_info space = fs::space(directory_, code);
  if (code || space.available >= enough) return {};
  return "no space left on the disk of the cache folder " + directory_ + "; make room, or set PORTALIS_CACHE to a folder on another disk";
}

Temporary::~Temporary() {
  std::error_code ignored;
  fs::remove(path_, ignored);
}

uint64_t Cache::clear() {
  uint64_t bytes = 0;
  std::error_code code;
  for (auto it = fs::recursive_directory_iterator(directory_, code); !code && it != fs::recursive_directory_iterator(); it.increment(code)) {
    std::error_code ignored;
    if (it->is_regular_file(ignored)) bytes += it->file_size(ignored);
  }
  for (auto it = fs::directory_iterator(directory_, code); !code && it != fs::directory_iterator(); it.increment(code)) {
    std::error_code ignored;
    fs::remove_all(it->path(), ignored);
  }
  return bytes;
}

}  // namespace portalis::driver
