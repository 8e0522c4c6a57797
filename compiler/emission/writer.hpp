// Writer: a growing text with indentation.
#pragma once

#include <string>
#include <string_view>

namespace portalis::emission {

class Writer {
 public:
  void line(std::string_view text) {
    if (!text.empty()) {
      text_.append(static_cast<size_t>(indent_) * 2, ' ');
      text_ += text;
    }
    text_ += '\n';
  }
  // Labels stand one step out.
  void label(std::string_view text) {
    text_.append(static_cast<size_t>(indent_ > 0 ? indent_ - 1 : 0) * 2 + (indent_ > 0 ? 1 : 0), ' ');
    text_ += text;
    text_ += '\n';
  }
  void open(std::string_view text) {
    line(text);
    ++indent_;
  }
  void close(std::string_view text = "}") {
    --indent_;
    line(text);
  }
  // Text where the writing was before, at an offset that text().size() gave.
  void insert(size_t offset, std::string_view text) { text_.insert(offset, text); }
  void open_again() { ++indent_; }         // after close("} else {")
  void truncate(size_t size) { text_.resize(size); }
  // An empty text for lines to be inserted here, that many levels deeper.
  Writer nested(int levels) const {
    Writer out;
    out.indent_ = indent_ + levels;
    return out;
  }
  std::string take() { return std::move(text_); }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
  int indent_ = 0;
};

}  // namespace portalis::emission
