// portalis serve: a folder over HTTP for a browser on this machine, with the headers that shared memory needs.
//
// It listens on the loopback address only and answers GET and HEAD for regular files below the folder; what it is for is
// trying a page, not serving the world. One thread a connection, one request a connection.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <thread>

#include "compiler/driver/commands.hpp"
#include "compiler/driver/options.hpp"

namespace portalis::driver {
namespace {

namespace fs = std::filesystem;

constexpr const char* help =
    "usage: portalis serve [options] FOLDER\n\n"
    "Serves a folder made by portalis build --target browser on this machine, with the headers that threads need, and\n"
    "opens its page.\n\n"
    "  --port=N       the port (default: 8000, or the next that is free; 0: any)\n"
    "  --no-open      only print the address\n";

struct Request {
  std::string method, path;
  bool takes_brotli = false, takes_gzip = false;
};

const char* content_type(const fs::path& file) {
  static const std::map<std::string, const char*> types = {
      {".html", "text/html; charset=utf-8"}, {".js", "text/javascript; charset=utf-8"}, {".mjs", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},   {".json", "application/json"},             {".wasm", "application/wasm"},
      {".svg", "image/svg+xml"},             {".png", "image/png"},                     {".txt", "text/plain; charset=utf-8"},
      {".ts", "text/plain; charset=utf-8"}};
  auto found = types.find(file.extension().string());
  return found == types.end() ? "application/octet-stream" : found->second;
}

bool send_all(int connection, std::string_view data) {
  while (!data.empty()) {
    ssize_t n = send(connection, data.data(), data.size(), MSG_NOSIGNAL);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    data.remove_prefix(static_cast<size_t>(n));
  }
  return true;
}

// The path of a URL without its query, %XX decoded. Empty: not one.
std::string decoded(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  std::string out;
  for (size_t i = 0; i < url.size(); ++i) {
    if (url[i] != '%') {
      out += url[i];
      continue;
    }
    unsigned char byte = 0;
    if (i + 2 >= url.size() || std::from_chars(url.data() + i + 1, url.data() + i + 3, byte, 16).ptr != url.data() + i + 3 || byte == 0) return {};
    out += static_cast<char>(byte);
    i += 2;
  }
  return out.starts_with('/') ? out : std::string();
}

bool read_request(int connection, Request& out) {
  std::string text;
  char buffer[4096];
  while (text.find("\r\n\r\n") == std::string::npos) {
    ssize_t n = recv(connection, buffer, sizeof buffer, 0);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0 || text.size() > 65536) return false;
    text.append(buffer, static_cast<size_t>(n));
  }
  size_t first = text.find(' '), second = text.find(' ', first + 1);
  if (second == std::string::npos) return false;
  out.method = text.substr(0, first);
  out.path = decoded(std::string_view(text).substr(first + 1, second - first - 1));
  for (char& c : text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  size_t accepts = text.find("\r\naccept-encoding:");
  if (accepts != std::string::npos) {
    std::string line = text.substr(accepts, text.find("\r\n", accepts + 2) - accepts);
    out.takes_brotli = line.find("br") != std::string::npos;
    out.takes_gzip = line.find("gzip") != std::string::npos;
  }
  return true;
}

// The file a path means, below the folder and nowhere else. Empty: none.
fs::path file_for(const fs::path& folder, const std::string& path) {
  std::error_code code;
  fs::path file = fs::weakly_canonical(folder / path.substr(1), code);
  if (code) return {};
  if (fs::is_directory(file, code)) file /= "index.html";
  fs::path inside = file.lexically_relative(folder);
  if (inside.empty() || *inside.begin() == ".." || !fs::is_regular_file(file, code)) return {};
  return file;
}

void answer(int connection, const fs::path& folder, bool isolated) {
  Request request;
  if (read_request(connection, request)) {
    std::string status = "200 OK", body, extra, type = "text/plain; charset=utf-8";
    fs::path file = request.path.empty() ? fs::path() : file_for(folder, request.path);
    if (request.method != "GET" && request.method != "HEAD") {
      status = "405 Method Not Allowed", body = "only GET and HEAD\n", extra = "Allow: GET, HEAD\r\n";
    } else if (file.empty()) {
      status = "404 Not Found", body = "there is no such file\n";
    } else {
      type = content_type(file);
      std::error_code code;
      for (auto [suffix, name, takes] : {std::tuple{".br", "br", request.takes_brotli}, {".gz", "gzip", request.takes_gzip}}) {
        if (!takes || !fs::is_regular_file(file.string() + suffix, code)) continue;
        file += suffix;
        extra = std::string("Content-Encoding: ") + name + "\r\n";
        break;
      }
      std::ifstream in(file, std::ios::binary);
      body.assign(std::istreambuf_iterator<char>(in), {});
    }
    if (isolated) extra += "Cross-Origin-Opener-Policy: same-origin\r\nCross-Origin-Embedder-Policy: require-corp\r\n";
    std::string head = "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + extra +
                       "Cross-Origin-Resource-Policy: same-origin\r\nCache-Control: no-cache\r\nVary: Accept-Encoding\r\nX-Content-Type-Options: nosniff\r\n"
                       "Connection: close\r\n\r\n";
    if (send_all(connection, head) && request.method != "HEAD") send_all(connection, body);
  }
  shutdown(connection, SHUT_WR);
  close(connection);
}

// A listening socket on the loopback address; -1 and errno.
int listen_on(uint16_t port, uint16_t& chosen) {
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  int on = 1;
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(port);
  socklen_t size = sizeof address;
  if (listener >= 0 && bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 && listen(listener, 64) == 0 &&
      getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) == 0) {
    chosen = ntohs(address.sin_port);
    return listener;
  }
  int error = errno;
  close(listener);
  errno = error;
  return -1;
}

void open_page(const std::string& address) {
  for (const char* program : {"xdg-open", "open"}) {
    if (std::string path = find_program(program); !path.empty()) {
      std::thread([path, address] { run_captured({path, address}); }).detach();
      return;
    }
  }
}

}  // namespace

int command_serve(const std::vector<std::string>& arguments) {
  long port = -1;
  bool open = true, isolated = true;
  std::string folder_name;
  for (const std::string& a : arguments) {
    if (a == "--help" || a == "-h") return print_result("serve", help);
    if (a == "--no-open") open = false;
    else if (a == "--not-isolated") isolated = false;     // as a static host that sends no headers; for tests
    else if (a.starts_with("--port=")) {
      char* end;
      port = std::strtol(a.c_str() + 7, &end, 10);
      if (a.size() == 7 || *end || port < 0 || port > 65535) return complain("serve", a + " is not a port (0 to 65535)");
    } else if (a.starts_with("-")) return complain("serve", "unknown option " + a + " (portalis serve --help lists them)");
    else if (folder_name.empty()) folder_name = a;
    else return complain("serve", "one folder at a time, got also " + a);
  }
  if (folder_name.empty()) return complain("serve", "which folder? (portalis serve --help)");
  std::error_code code;
  fs::path folder = fs::canonical(folder_name, code);
  if (code || !fs::is_directory(folder)) return complain("serve", folder_name + " is not a folder");

  uint16_t chosen = 0;
  int listener = -1;
  if (port >= 0) listener = listen_on(static_cast<uint16_t>(port), chosen);
  else for (uint16_t p = 8000; p < 8100 && listener < 0; ++p) listener = listen_on(p, chosen);
  if (listener < 0) return complain("serve", "cannot listen on port " + std::to_string(port < 0 ? 8000 : port) + ": " + std::strerror(errno));

  std::string address = "http://localhost:" + std::to_string(chosen) + "/";
  std::printf("serving %s at %s (Ctrl-C ends)\n", folder.c_str(), address.c_str());
  std::fflush(stdout);
  if (open) open_page(address);
  for (;;) {
    int connection = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) {
      if (errno == EINTR || errno == ECONNABORTED) continue;
      return complain("serve", std::string("cannot accept connections: ") + std::strerror(errno));
    }
    std::thread([connection, folder, isolated] { answer(connection, folder, isolated); }).detach();
  }
}

}  // namespace portalis::driver
