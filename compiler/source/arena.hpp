// A bump allocator for data that dies all at once: AST nodes, interned names, token text.
//
// Ownership: the arena owns every byte it hands out; pointers live exactly as long as it does.
// Destructors are never run, so only trivially destructible types may be made in it (checked).
// Thread-safety: none; one arena belongs to one thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace portalis {

class Arena {
 public:
  Arena() = default;
  ~Arena();
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  Arena(Arena&&) = delete;

  void* allocate(std::size_t size, std::size_t align) {
    std::uintptr_t at = (cursor_ + (align - 1)) & ~(std::uintptr_t(align) - 1);
    if (at + size > limit_) return allocate_slow(size, align);
    cursor_ = at + size;
    return reinterpret_cast<void*>(at);
  }

  template <class T, class... Args>
  T* make(Args&&... args) {
    static_assert(std::is_trivially_destructible_v<T>, "the arena runs no destructors");
    return new (allocate(sizeof(T), alignof(T))) T{std::forward<Args>(args)...};
  }

  template <class T>
  T* make_array(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T>, "the arena runs no destructors");
    return static_cast<T*>(allocate(sizeof(T) * count, alignof(T)));
  }

  // A copy of `text` that lives as long as the arena.
  std::string_view copy(std::string_view text);

  // Equal texts give the same pointer, so names of one arena compare by data().
  std::string_view intern(std::string_view text);

  std::size_t bytes_used() const { return bytes_reserved_ - (limit_ - cursor_); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t size = 0;
    const char* data = nullptr;
  };

  void* allocate_slow(std::size_t size, std::size_t align);
  void grow_names();

  std::uintptr_t cursor_ = 0;
  std::uintptr_t limit_ = 0;
  std::size_t bytes_reserved_ = 0;
  std::vector<char*> blocks_;
  std::vector<Slot> names_;
  std::size_t name_count_ = 0;
};

}  // namespace portalis
