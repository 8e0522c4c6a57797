// The bump allocator's slow path and its table of interned names.
#include "compiler/source/arena.hpp"

#include <cstdlib>

namespace portalis {

namespace {

constexpr std::size_t kFirstBlock = 16 * 1024;
constexpr std::size_t kLargestBlock = 1024 * 1024;

std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261u;
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

}  // namespace

Arena::~Arena() {
  for (char* block : blocks_) ::operator delete(block);
}

void* Arena::allocate_slow(std::size_t size, std::size_t align) {
  std::size_t wanted = kFirstBlock << (blocks_.size() < 6 ? blocks_.size() : 6);
  if (wanted > kLargestBlock) wanted = kLargestBlock;
  if (size + align > wanted) wanted = size + align;
  char* block = static_cast<char*>(::operator new(wanted));
  blocks_.push_back(block);
  bytes_reserved_ += wanted;
  cursor_ = reinterpret_cast<std::uintptr_t>(block);
  limit_ = cursor_ + wanted;
  return allocate(size, align);
}

std::string_view Arena::copy(std::string_view text) {
  char* data = make_array<char>(text.size() + 1);
  if (!text.empty()) std::memcpy(data, text.data(), text.size());
  data[text.size()] = '\0';
  return {data, text.size()};
}

std::string_view Arena::intern(std::string_view text) {
  if (name_count_ * 2 >= names_.size()) grow_names();
  std::uint32_t hash = hash_of(text);
  std::size_t mask = names_.size() - 1;
  for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
    Slot& slot = names_[i];
    if (slot.data == nullptr) {
      std::string_view stored = copy(text);
      slot = {hash, static_cast<std::uint32_t>(stored.size()), stored.data()};
      ++name_count_;
      return stored;
    }
    if (slot.hash == hash && std::string_view(slot.data, slot.size) == text) return {slot.data, slot.size};
  }
}

void Arena::grow_names() {
  std::vector<Slot> old = std::move(names_);
  names_.assign(old.empty() ? 256 : old.size() * 2, Slot{});
  std::size_t mask = names_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.data == nullptr) continue;
    std::size_t i = slot.hash & mask;
    while (names_[i].data != nullptr) i = (i + 1) & mask;
    names_[i] = slot;
  }
}

}  // namespace portalis
