// `portalis build --print=types`: the source with what inference expects beside each line, and in words what stays open.
#include <algorithm>

#include "compiler/inference/inference.hpp"
#include "compiler/inference/notes.hpp"

namespace portalis::inference {

std::string annotate(const ir::Module& module, std::string_view source) {
  Notes notes = collect_notes(module);
  std::string out;
  for (uint32_t line = 1; !source.empty(); ++line) {
    size_t end = source.find('\n');
    std::string text(source.substr(0, end));
    source.remove_prefix(end == std::string_view::npos ? source.size() : end + 1);
    std::string comment;
    for (const std::string& n : notes[line].types) comment += (comment.empty() ? "" : "; ") + n;
    if (!comment.empty()) {
      text.resize(std::max<size_t>(text.size() + 2, 56), ' ');
      text += "# " + comment;
    }
    out += text + "\n";
    for (const std::string& why : notes[line].open) out += std::string(56, ' ') + "#   dynamic: " + why + "\n";
  }
  return out;
}

}  // namespace portalis::inference
