// The standard streams, Ctrl-C and the end of a program in a browser.
//
// The descriptors 0, 1 and 2 are the page. The linker turns the runtime's read(), write() and isatty() into the
// functions below (--wrap), so that files keep Emscripten's and the streams cost no detour through the page's main
// thread: bytes written are posted to it, bytes to read lie in a ring that it fills. A program that prints faster than the
// page shows waits here, else the page would drown in messages and not even its Stop button would work.
//
// The page's main thread calls into the same memory while the program runs; it must never wait, so it only stores,
// adds and notifies.
#include <emscripten/emscripten.h>
#include <emscripten/threading.h>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>

#include "runtime/platform/browser/page.hpp"
#include "runtime/platform/platform.hpp"

namespace {

using namespace portalis::platform;

constexpr int page_channel = 1000;             // a descriptor of its own for messages: write() sends one (stdlib/portalis_page.py)
constexpr uint32_t most_unread = 1 << 20;      // bytes the page has not dealt with yet
constexpr uint32_t ring_size = 1 << 16;

std::atomic<uint32_t> unread{0};
std::atomic<bool> terminal{false};

// One reader at a time has `reading`; only the page moves `head`.
char ring[ring_size];
std::atomic<uint32_t> head{0}, tail{0}, reading{0};
std::atomic<uint32_t> input_news{0};           // changes when there may be something to read, the end, or an interrupt
std::atomic<bool> input_ended{false};
std::atomic<uint32_t> interrupts{0};

void (*interrupt_handler)();

ssize_t read_input(char* out, size_t wanted) {
  uint32_t seen = interrupts.load();
  while (reading.exchange(1, std::memory_order_acquire)) wait_on_word(reading, 1, INT64_MAX);
  ssize_t result = -1;
  for (;;) {
    uint32_t news = input_news.load(), from = tail.load(std::memory_order_relaxed);
    bool ended = input_ended.load();
    uint32_t there = head.load(std::memory_order_acquire) - from;
    if (there > 0) {
      uint32_t n = uint32_t(std::min<size_t>(wanted, there)), first = std::min(n, ring_size - from % ring_size);
      memcpy(out, ring + from % ring_size, first);
      memcpy(out + first, ring, n - first);
      tail.store(from + n, std::memory_order_release);
      result = ssize_t(n);
      break;
    }
    if (ended) {
      result = 0;
      break;
    }
    if (interrupts.load() != seen && is_main_thread()) {
      errno = EINTR;
      break;
    }
    portalis_page_wants_input();
    wait_on_word(input_news, news, INT64_MAX);
  }
  reading.store(0, std::memory_order_release);
  wake_word(reading, 1);
  return result;
}

ssize_t write_output(int channel, const char* data, size_t size) {
  // A message stays whole; a stream goes in pieces, the first of which may be all that is written.
  if (channel != page_channel) size = std::min<size_t>(size, most_unread / 4);
  for (uint32_t waiting; (waiting = unread.load()) > most_unread;) {
    uint32_t seen = interrupts.load();
    wait_on_word(unread, waiting, now() + 100000000);
    if (interrupts.load() != seen && is_main_thread()) {
      errno = EINTR;
      return -1;
    }
  }
  unread.fetch_add(uint32_t(size));
  portalis_page_output(channel, data, size);
  return ssize_t(size);
}

void input_changed() {
  input_news.fetch_add(1);
  wake_word(input_news, UINT32_MAX);
}

}  // namespace

extern "C" {

ssize_t __real_read(int fd, void* out, size_t size);
ssize_t __real_write(int fd, const void* data, size_t size);
int __real_isatty(int fd);

ssize_t __wrap_read(int fd, void* out, size_t size) {
  return fd == 0 ? size ? read_input(static_cast<char*>(out), size) : 0 : __real_read(fd, out, size);
}

ssize_t __wrap_write(int fd, const void* data, size_t size) {
  bool ours = fd == 1 || fd == 2 || fd == page_channel;
  return ours ? write_output(fd, static_cast<const char*>(data), size) : __real_write(fd, data, size);
}

int __wrap_isatty(int fd) {
  if (fd < 0 || fd > 2) return __real_isatty(fd);
  if (terminal) return 1;
  errno = ENOTTY;
  return 0;
}

EMSCRIPTEN_KEEPALIVE void portalis_program_taken(size_t size) {
  unread.fetch_sub(uint32_t(size));
  wake_word(unread, UINT32_MAX);
}

EMSCRIPTEN_KEEPALIVE size_t portalis_program_unread() { return unread.load(); }

EMSCRIPTEN_KEEPALIVE size_t portalis_program_input(const void* data, size_t size) {
  uint32_t to = head.load(std::memory_order_relaxed);
  uint32_t n = uint32_t(std::min<size_t>(size, ring_size - (to - tail.load(std::memory_order_acquire))));
  uint32_t first = std::min(n, ring_size - to % ring_size);
  memcpy(ring + to % ring_size, data, first);
  memcpy(ring, static_cast<const char*>(data) + first, n - first);
  head.store(to + n, std::memory_order_release);
  if (n) input_changed();
  return n;
}

EMSCRIPTEN_KEEPALIVE void portalis_program_end_of_input() {
  input_ended = true;
  input_changed();
}

EMSCRIPTEN_KEEPALIVE void portalis_program_set_terminal(int is_terminal) { terminal = is_terminal != 0; }

EMSCRIPTEN_KEEPALIVE void portalis_program_interrupt() {
  interrupts.fetch_add(1);
  if (interrupt_handler) interrupt_handler();
  input_changed();
}

EMSCRIPTEN_KEEPALIVE int portalis_program_put_file(const char* path, const void* data, size_t size) {
  std::string folder = path;
  for (size_t slash = 1; (slash = folder.find('/', slash)) != std::string::npos; ++slash) {
    folder[slash] = 0;
    mkdir(folder.c_str(), 0777);
    folder[slash] = '/';
  }
  int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
  if (fd < 0) return 0;
  bool good = __real_write(fd, data, size) == ssize_t(size);
  return close(fd) == 0 && good;
}

EMSCRIPTEN_KEEPALIVE void portalis_program_collect(const char* folder) {
  DIR* entries = opendir(folder);
  if (!entries) return;
  while (dirent* entry = readdir(entries)) {
    std::string name = entry->d_name, path = std::string(folder) + "/" + name;
    struct stat about;
    if (name == "." || name == ".." || stat(path.c_str(), &about) != 0) continue;
    if (S_ISDIR(about.st_mode)) portalis_program_collect(path.c_str());
    if (!S_ISREG(about.st_mode)) continue;
    std::string content(size_t(about.st_size), 0);
    int fd = open(path.c_str(), O_RDONLY);
    if (fd >= 0 && __real_read(fd, content.data(), content.size()) == ssize_t(content.size())) {
      portalis_page_file(path.c_str(), content.data(), content.size());
    }
    if (fd >= 0) close(fd);
  }
  closedir(entries);
}
}

namespace portalis::platform {

void wait_readable(int) {}

// There is no key for it in a page.
void on_report_request(void (*)()) {}

void on_interrupt_request(void (*handler)()) { interrupt_handler = handler; }

void end_by_interrupt() { end_process(130); }

// The page ends all workers, this one included, when it has shown what they wrote.
void end_process(int status) {
  portalis_page_exit(status);
  static std::atomic<uint32_t> never{0};
  for (;;) wait_on_word(never, 0, INT64_MAX);
}

}  // namespace portalis::platform
