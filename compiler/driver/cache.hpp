// The cache of compiled objects and executables, addressed by content.
//
// A file appears under its name only when complete (written beside it and renamed), so two builds at once, a
// full disk or a kill leave nothing half-made behind. Thread- and process-safe.
#pragma once

#include <string>
#include <string_view>

namespace portalis::driver {

std::string content_key(std::string_view content);   // 128 bits in hex

class Cache {
 public:
  // PORTALIS_CACHE, else XDG_CACHE_HOME/portalis, else ~/.cache/portalis, else a folder below /tmp. false: error text.
  bool open(std::string& error);
  bool open(const std::string& directory, std::string& error);
  const std::string& directory() const { return directory_; }
  // A second, read-only cache to look in: what was compiled when Portalis was built.
  void look_also_in(std::string directory) { also_in_ = std::move(directory); }
  // Path of a finished entry, or empty.
  std::string find(const std::string& key, std::string_view suffix) const;
  // A fresh path to write to, and publishing it under the key. commit() returns the final path, or empty with the error.
  std::string begin(const std::string& key, std::string_view suffix) const;
  std::string commit(const std::string& temporary, const std::string& key, std::string_view suffix, std::string& error) const;
  // What an error text says about a disk without room; empty when there is some.
  std::string full_disk() const;
  // Removes everything; returns the number of bytes freed.
  uint64_t clear();

  static std::string entry_name(const std::string& key, std::string_view suffix);

 private:
  std::string directory_, also_in_;
};

// Removes a file at the end of a scope, unless it has been moved away.
class Temporary {
 public:
  explicit Temporary(std::string path) : path_(std::move(path)) {}
  ~Temporary();
  Temporary(const Temporary&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace portalis::driver
