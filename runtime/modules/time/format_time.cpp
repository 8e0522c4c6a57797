// strftime as glibc has it, which CPython's users know, on C libraries that pad years, lack directives or refuse a text for one
// they do not know.
#include <string>

#include "runtime/modules/time/time_internal.hpp"
#include "runtime/object/text.hpp"

namespace py::time {

namespace {

constexpr std::string_view known = "aAbBcCdDeFgGhHIjklmMnpPrRsStTuUVwWxXyYzZ%", flags = "_-0^#";

constexpr size_t widest = 1 << 16;

struct Directive {
  std::string_view whole;                      // "%-5Ey"
  char flag = 0;                               // of padding: '_', '-' or '0'
  bool upper = false, swap = false;
  size_t width = 0;
  char conversion = 0;                         // 0: none that is known
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

Directive read_directive(std::string_view text) {
  Directive d;
  size_t i = 1;
  for (; i < text.size() && flags.find(text[i]) != flags.npos; ++i) {
    if (text[i] == '^') d.upper = true;
    else if (text[i] == '#') d.swap = true;
    else d.flag = text[i];
  }
  for (; i < text.size() && is_digit(text[i]); ++i) d.width = std::min(d.width * 10 + static_cast<size_t>(text[i] - '0'), widest);
  if (i < text.size() && (text[i] == 'E' || text[i] == 'O')) ++i;
  if (i < text.size() && known.find(text[i]) != known.npos) d.conversion = text[i];
  d.whole = text.substr(0, std::min(i + 1, text.size()));
  return d;
}

// What stands for several others in the C locale.
std::string_view expansion(char conversion) {
  switch (conversion) {
    case 'c': return "%a %b %e %H:%M:%S %Y";
    case 'x': case 'D': return "%m/%d/%y";
    case 'X': case 'T': return "%H:%M:%S";
    case 'F': return "%Y-%m-%d";
    case 'r': return "%I:%M:%S %p";
    case 'R': return "%H:%M";
    default: return {};
  }
}

// The digits, or the name, without padding or change of case; `least` digits are usual, `pad` before them.
std::string plain(char conversion, const std::tm& t, size_t& least, char& pad) {
  auto number = [&](long long n, size_t digits, char padding = '0') {
    least = digits;
    pad = padding;
    return std::to_string(n);
  };
  const int year = t.tm_year + 1900;
  switch (conversion) {
    case 'Y': return number(year, 1);
    case 'C': return number(year / 100 - (year % 100 < 0), 1);
    case 'y': return number((year % 100 + 100) % 100, 2);
    case 'd': return number(t.tm_mday, 2);
    case 'e': return number(t.tm_mday, 2, ' ');
    case 'H': return number(t.tm_hour, 2);
    case 'k': return number(t.tm_hour, 2, ' ');
    case 'I': return number((t.tm_hour + 11) % 12 + 1, 2);
    case 'l': return number((t.tm_hour + 11) % 12 + 1, 2, ' ');
    case 'j': return number(t.tm_yday + 1, 3);
    case 'm': return number(t.tm_mon + 1, 2);
    case 'M': return number(t.tm_min, 2);
    case 'S': return number(t.tm_sec, 2);
    case 'U': return number((t.tm_yday - t.tm_wday + 7) / 7, 2);
    case 'W': return number((t.tm_yday - (t.tm_wday + 6) % 7 + 7) / 7, 2);
    case 'u': return number((t.tm_wday + 6) % 7 + 1, 1);
    case 'w': return number(t.tm_wday, 1);
    case 'n': return "\n";
    case 't': return "\t";
    case '%': return "%";
    default: break;
  }
  // Names, zones and ISO weeks are the C library's.
  const char form[] = {' ', '%', conversion == 'P' ? 'p' : conversion, '\0'};
  char text[128];
  size_t length = std::strftime(text, sizeof text, form, &t);
  std::string out(text + 1, length > 1 ? length - 1 : 0);
  if (conversion == 'V' || conversion == 'g' || conversion == 'G') {
    size_t zeros = 0;
    while (zeros + 1 < out.size() && out[zeros] == '0') ++zeros;
    least = conversion == 'G' ? 1 : 2;
    pad = '0';
    out.erase(0, zeros);
  }
  return out;
}

void append_directive(Text& out, const Directive& d, const std::tm& t) {
  size_t least = 0;
  char pad = ' ';
  std::string text;
  if (std::string_view parts = expansion(d.conversion); !parts.empty()) {
    Text whole;
    append_time(whole, parts, t);
    text = whole.view();
  } else {
    text = plain(d.conversion, t, least, pad);
  }
  const bool is_name = std::string_view("aAbBhpPZ").find(d.conversion) != std::string_view::npos;
  const bool makes_lower = d.conversion == 'P' || (d.swap && (d.conversion == 'p' || d.conversion == 'Z'));
  const bool makes_upper = d.conversion != 'P' && !makes_lower && (d.upper || (d.swap && is_name));
  for (char& c : text) {
    if (makes_upper && c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    if (makes_lower && c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  if (d.flag == '_' || d.flag == '-') pad = ' ';
  if (d.flag == '0') pad = '0';
  size_t width = std::max(d.flag == '-' ? 0 : least, d.width);
  const bool negative = least && text[0] == '-' && pad == '0';
  if (negative) out.append('-');
  for (size_t i = text.size(); i < width; ++i) out.append(pad);
  out.append(negative ? std::string_view(text).substr(1) : std::string_view(text));
}

}  // namespace

void append_time(Text& out, std::string_view format, const std::tm& t) {
  for (size_t i = 0; i < format.size();) {
    if (format[i] != '%') {
      out.append(format[i++]);
      continue;
    }
    Directive d = read_directive(format.substr(i));
    if (d.conversion) {
      append_directive(out, d, t);
    } else {
      for (size_t k = d.whole.size(); k < d.width; ++k) out.append(' ');
      out.append(d.whole);
    }
    i += d.whole.size();
  }
}

}  // namespace py::time
