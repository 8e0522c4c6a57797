// Reading a file and finding its lines; decoding is in decoding.cpp.
#include "compiler/source/source_file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <sys/stat.h>

#include "compiler/source/decoding.hpp"
#include "compiler/source/diagnostic.hpp"

namespace portalis {

namespace {

// Offsets are 32 bits wide throughout the front end.
constexpr std::size_t kLargestFile = 1u << 30;

std::unique_ptr<SourceFile> cannot_read(const std::string& path, const std::string& why, DiagnosticSink& sink) {
  sink.add({.code = "P0116", .message = "can't open file '" + path + "': " + why, .help = "pass the path of a Python source file"});
  return nullptr;
}

}  // namespace

SourceFile::SourceFile(std::string path, std::string text, std::string encoding)
    : path_(std::move(path)), text_(std::move(text)), encoding_(std::move(encoding)) {
  if (!text_.empty() && text_.back() != '\n') {
    text_ += '\n';
    ended_in_newline_ = false;
  }
  const char* begin = text_.data();
  const char* end = begin + text_.size();
  for (const char* at = begin; at < end;) {
    line_starts_.push_back(static_cast<std::uint32_t>(at - begin));
    at = static_cast<const char*>(std::memchr(at, '\n', end - at)) + 1;
  }
}

std::string_view SourceFile::line(std::uint32_t line) const {
  if (line == 0 || line > line_starts_.size()) return {};
  std::uint32_t start = line_starts_[line - 1];
  std::uint32_t end = line < line_starts_.size() ? line_starts_[line] : static_cast<std::uint32_t>(text_.size());
  return std::string_view(text_).substr(start, end - start - 1);
}

std::unique_ptr<SourceFile> SourceFile::load(std::string path, DiagnosticSink& sink) {
  std::FILE* stream = std::fopen(path.c_str(), "rb");
  if (stream == nullptr) return cannot_read(path, std::strerror(errno), sink);
  struct stat info;
  if (fstat(fileno(stream), &info) == 0 && S_ISDIR(info.st_mode)) {
    std::fclose(stream);
    return cannot_read(path, std::strerror(EISDIR), sink);
  }
  std::string bytes;
  char block[1 << 16];
  std::size_t got;
  while ((got = std::fread(block, 1, sizeof block, stream)) > 0 && bytes.size() <= kLargestFile) bytes.append(block, got);
  int failed = std::ferror(stream) ? errno : 0;
  std::fclose(stream);
  if (failed != 0) return cannot_read(path, std::strerror(failed), sink);
  if (bytes.size() > kLargestFile) return cannot_read(path, "the file is larger than 1 GiB", sink);
  return from_bytes(std::move(path), bytes, sink);
}

std::unique_ptr<SourceFile> SourceFile::from_bytes(std::string path, std::string_view bytes, DiagnosticSink& sink) {
  DecodedSource decoded = decode_source(bytes, path);
  if (!decoded.error.empty()) {
    sink.add({.code = "P0114",
              .path = std::move(path),
              .span = {decoded.error_line, 0, decoded.error_line, 0},
              .message = std::move(decoded.error),
              .exception = "SyntaxError"});
    return nullptr;
  }
  return std::unique_ptr<SourceFile>(new SourceFile(std::move(path), std::move(decoded.text), std::move(decoded.encoding)));
}

}  // namespace portalis
