// The page of `portalis report`. Colour is never the only sign: each line has a word for screen readers and a mark.
#include "compiler/inference/report.hpp"

#include <algorithm>

#include "compiler/inference/notes.hpp"

namespace portalis::inference {
namespace {

// How static a line is.
enum Grade : uint8_t { quiet, typed, mostly, hardly };
struct GradeText {
  const char *style, *mark, *word, *meaning;
};
constexpr GradeText grades[] = {
    {"quiet", "", "no values", "lines that compute nothing"},
    {"typed", "\u25cf", "typed", "every value has an expected type"},
    {"mostly", "\u25d0", "partly dynamic", "at most half of the values are dynamic"},
    {"hardly", "\u25cb", "dynamic", "more than half of the values are dynamic"},
};

Grade grade_of(const LineNotes& notes) {
  uint32_t unknown = std::max<uint32_t>(notes.unknown, notes.open.empty() ? 0 : 1), all = notes.known + unknown;
  if (all == 0) return notes.types.empty() ? quiet : typed;
  return unknown == 0 ? typed : unknown * 2 <= all ? mostly : hardly;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\r': case '\f': break;
      default: out += c;
    }
  }
  return out;
}

std::string plural(size_t n, const std::string& what) { return std::to_string(n) + " " + what + (n == 1 ? "" : "s"); }

constexpr std::string_view style = R"(
:root { color-scheme: light dark; --page: #fff; --text: #1c1e21; --dim: #5c6370; --rule: #d8dce2; --link: #0b57d0;
        --typed: #e3f4e6; --mostly: #fff3cf; --hardly: #ffe0db; --mark-typed: #1a7431; --mark-mostly: #8a6100; --mark-hardly: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --page: #16181c; --text: #e4e6ea; --dim: #a0a7b4; --rule: #343a43; --link: #8ab4f8;
          --typed: #16301d; --mostly: #3a3010; --hardly: #431d1a; --mark-typed: #7bd493; --mark-mostly: #e8c35a; --mark-hardly: #ff9c92; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 100rem; padding: 1rem 1.5rem 4rem; background: var(--page); color: var(--text);
       font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: .5rem 0; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
a { color: var(--link); } a:focus-visible, input:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.bar { display: flex; height: .75rem; border-radius: .375rem; overflow: hidden; max-width: 40rem; margin: .5rem 0 1rem; }
.bar .typed { background: var(--mark-typed); } .bar .mostly { background: var(--mark-mostly); } .bar .hardly { background: var(--mark-hardly); }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; padding: 0; margin: .5rem 0; }
.scroll { overflow-x: auto; border: 1px solid var(--rule); border-radius: .5rem; }
table { border-collapse: collapse; width: 100%; font: 13px/1.55 ui-monospace, "DejaVu Sans Mono", Consolas, monospace; }
thead th { text-align: left; font: 600 .8rem system-ui, sans-serif; color: var(--dim); padding: .35rem .6rem; border-bottom: 1px solid var(--rule); }
td, tbody th { vertical-align: top; padding: 0 .6rem; font-weight: 400; }
tbody th { text-align: right; width: 1%; } tbody th a { color: var(--dim); text-decoration: none; } tbody th a:hover { text-decoration: underline; }
.mark { width: 1%; text-align: center; } .code { white-space: pre; tab-size: 8; }
.notes { color: var(--dim); min-width: 18rem; width: 40%; border-left: 1px solid var(--rule); }
.notes ul { list-style: none; margin: 0; padding: 0; } .why { color: var(--text); font-family: system-ui, sans-serif; }
tr.typed .code { background: var(--typed); } tr.mostly .code { background: var(--mostly); } tr.hardly .code { background: var(--hardly); }
.typed .mark { color: var(--mark-typed); } .mostly .mark { color: var(--mark-mostly); } .hardly .mark { color: var(--mark-hardly); }
tr:target th, tr:target td { outline: 1px solid var(--link); } tbody tr:hover .notes { color: var(--text); }
body:has(#only:checked) tr.quiet, body:has(#only:checked) tr.typed { display: none; }
.out { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 50rem) { .notes { min-width: 12rem; } body { padding: .5rem; } }
)";

// The rows of one module, and what they come to.
struct Shown {
  std::string rows;
  size_t lines[4] = {};
  std::map<std::string, std::vector<uint32_t>> reasons;   // why, on which lines
};

Shown show(const ReportedModule& module, const std::string& id) {
  Notes notes = collect_notes(*module.module);
  Shown out;
  std::string_view source = module.source;
  for (uint32_t line = 1; !source.empty(); ++line) {
    size_t end = source.find('\n');
    std::string_view text = source.substr(0, end);
    source.remove_prefix(end == std::string_view::npos ? source.size() : end + 1);
    const LineNotes& here = notes[line];
    Grade grade = grade_of(here);
    ++out.lines[grade];
    std::string types, why, number = std::to_string(line), anchor = id + "-" + number;
    for (const std::string& type : here.types) types += (types.empty() ? "" : "; ") + type;
    for (const std::string& reason : here.open) {
      why += "<li class=\"why\">" + escaped(reason) + "</li>";
      out.reasons[reason].push_back(line);
    }
    const GradeText& shown = grades[grade];
    out.rows += "<tr id=\"" + anchor + "\" class=\"" + shown.style + "\"><th scope=\"row\"><a href=\"#" + anchor + "\">" + number +
                "</a></th><td class=\"mark\"><span aria-hidden=\"true\">" + shown.mark + "</span><span class=\"out\">" + shown.word + "</span></td>" +
                "<td class=\"code\"" + (types.empty() ? "" : " title=\"" + escaped(types) + "\"") + "><code>" + escaped(text) + "</code></td><td class=\"notes\">";
    if (!types.empty() || !why.empty()) out.rows += "<ul>" + (types.empty() ? "" : "<li>" + escaped(types) + "</li>") + why + "</ul>";
    out.rows += "</td></tr>\n";
  }
  return out;
}

// Most frequent first, with links to the first lines.
std::string reasons_list(const Shown& shown, const std::string& id) {
  std::vector<std::pair<std::string, std::vector<uint32_t>>> reasons(shown.reasons.begin(), shown.reasons.end());
  std::stable_sort(reasons.begin(), reasons.end(), [](const auto& a, const auto& b) { return a.second.size() > b.second.size(); });
  std::string out;
  for (size_t n = 0; n < std::min<size_t>(reasons.size(), 10); ++n) {
    const auto& [why, lines] = reasons[n];
    out += "<li>" + escaped(why) + " (" + plural(lines.size(), "line") + ": ";
    for (size_t k = 0; k < std::min<size_t>(lines.size(), 6); ++k) {
      std::string number = std::to_string(lines[k]);
      out += (k ? ", " : "") + ("<a href=\"#" + id) + "-" + number + "\">" + number + "</a>";
    }
    out += lines.size() > 6 ? ", \u2026)</li>\n" : ")</li>\n";
  }
  return out.empty() ? "<p>Nothing: every value of this file has an expected type.</p>\n" : "<ol>\n" + out + "</ol>\n";
}

std::string bar(const size_t (&lines)[4]) {
  std::string out = "<div class=\"bar\" aria-hidden=\"true\">";
  for (Grade grade : {typed, mostly, hardly}) out += "<div class=\"" + std::string(grades[grade].style) + "\" style=\"flex:" + std::to_string(lines[grade]) + "\"></div>";
  return out + "</div>\n";
}

}  // namespace

std::string report(const std::vector<ReportedModule>& modules) {
  size_t all[4] = {};
  std::string sections, contents;
  for (size_t n = 0; n < modules.size(); ++n) {
    std::string id = "m" + std::to_string(n);
    Shown shown = show(modules[n], id);
    for (int grade = 0; grade < 4; ++grade) all[grade] += shown.lines[grade];
    std::string name = escaped(modules[n].file);
    contents += "<li><a href=\"#" + id + "\">" + name + "</a>: " + plural(shown.lines[hardly] + shown.lines[mostly], "line") + " with something dynamic</li>\n";
    sections += "<section aria-labelledby=\"" + id + "\">\n<h2 id=\"" + id + "\">" + name + "</h2>\n<h3 class=\"out\">What stayed dynamic in " + name + "</h3>\n" +
                "<p>What stayed dynamic, most frequent first:</p>\n" + reasons_list(shown, id) +
                "<div class=\"scroll\"><table>\n<caption class=\"out\">Source of " + name + " with its types</caption>\n<thead><tr><th scope=\"col\">Line</th>" +
                "<th scope=\"col\"><span class=\"out\">How static</span></th><th scope=\"col\">Source</th><th scope=\"col\">Types, and what stayed dynamic</th></tr></thead>\n<tbody>\n" +
                shown.rows + "</tbody></table></div>\n</section>\n";
  }
  std::string title = "How static is " + (modules.empty() ? std::string() : escaped(modules[0].file)) + "?";
  std::string out = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
                    title + "</title>\n<style>" + std::string(style) + "</style>\n</head>\n<body>\n<main>\n<h1>" + title + "</h1>\n<p>Of " +
                    plural(all[typed] + all[mostly] + all[hardly], "line") + " that compute something, " + std::to_string(all[typed]) + " are typed, " + std::to_string(all[mostly]) +
                    " are partly dynamic and " + std::to_string(all[hardly]) + " are dynamic. Types are what Portalis expects; where it is wrong, the program is slower there, not different.</p>\n" +
                    bar(all) + "<ul class=\"legend\">\n";
  for (Grade grade : {typed, mostly, hardly}) {
    const GradeText& g = grades[grade];
    out += "<li class=\"" + std::string(g.style) + "\"><span class=\"mark\" aria-hidden=\"true\">" + g.mark + "</span> " + g.word + ": " + g.meaning + "</li>\n";
  }
  out += "</ul>\n<p><label><input type=\"checkbox\" id=\"only\"> Show only lines with something dynamic</label></p>\n";
  if (modules.size() > 1) out += "<nav aria-label=\"Files\"><ul>\n" + contents + "</ul></nav>\n";
  return out + sections + "</main>\n</body>\n</html>\n";
}

}  // namespace portalis::inference
