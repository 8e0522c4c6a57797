// One Python file in memory: decoded to UTF-8, newlines made '\n', with a table of its lines.
//
// Decoding follows PEP 263: a UTF-8 byte order mark or a coding comment in one of the first two
// lines names the encoding, otherwise it is UTF-8. What cannot be decoded is a diagnostic.
//
// Ownership: a SourceFile owns its text; AST spans and Diagnostics refer to it, so it must outlive
// them. Thread-safety: immutable once made.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace portalis {

class DiagnosticSink;

class SourceFile {
 public:
  // Reads and decodes a file. `path` is also the name that diagnostics and tracebacks show.
  // Null after a diagnostic was added to `sink` (missing, a directory, unreadable, undecodable).
  static std::unique_ptr<SourceFile> load(std::string path, DiagnosticSink& sink);

  // Decodes bytes that are already in memory. Null after a diagnostic, as above.
  static std::unique_ptr<SourceFile> from_bytes(std::string path, std::string_view bytes, DiagnosticSink& sink);

  const std::string& path() const { return path_; }

  // Valid UTF-8 with '\n' line ends; ends in '\n' unless empty. One '\0' may be read past the end.
  std::string_view text() const { return text_; }

  // The name in the file's coding comment as CPython normalises it, or "utf-8".
  const std::string& encoding() const { return encoding_; }

  std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }

  // Line `line` (from 1) without its newline; empty when there is no such line.
  std::string_view line(std::uint32_t line) const;

  // Offset in text() of the first byte of line `line` (from 1).
  std::uint32_t line_start(std::uint32_t line) const { return line_starts_[line - 1]; }

  // False when the file's last line had no newline and text() was given one.
  bool ended_in_newline() const { return ended_in_newline_; }

 private:
  SourceFile(std::string path, std::string text, std::string encoding);

  std::string path_;
  std::string text_;
  std::string encoding_;
  std::vector<std::uint32_t> line_starts_;
  bool ended_in_newline_ = true;
};

}  // namespace portalis
