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
  const std::string& directory() const { return directory_; }
  // Path of a finished entry, or empty.
  std::string find(const std::string& key, std::string_view suffix) const;
  // A fresh path to write to, and publishing it under the key. commit() returns the final path, or empty with the error.
  std::string begin(const std::string& key, std::string_view suffix) const;
  std::string commit(const std::string& temporary, const std::string& key, std::string_view suffix, std::string& error) const;
  // Removes everything; returns the number of bytes freed.
  uint64_t clear();

 private:
  std::string path(const std::string& key, std::string_view suffix) const;
  std::string directory_;
};

}  // namespace portalis::driver
