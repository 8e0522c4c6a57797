// Twin of programs/word_count.py by hand.
#include <algorithm>
#include <cctype>
#include <cstdio>
#include <string>
#include <unordered_map>
#include <vector>

static std::unordered_map<std::string, long> count(const std::string& text) {
  std::unordered_map<std::string, long> counts;
  const std::string separator = " and ";
  for (size_t at = 0; at <= text.size();) {
    size_t end = text.find(separator, at);
    if (end == std::string::npos) end = text.size();
    for (size_t i = at; i < end;) {
      while (i < end && text[i] == ' ') ++i;
      size_t start = i;
      while (i < end && text[i] != ' ') ++i;
      if (start == i) break;
      size_t stop = i;
      while (start < stop && (text[start] == '.' || text[start] == ',')) ++start;
      while (stop > start && (text[stop - 1] == '.' || text[stop - 1] == ',')) --stop;
      std::string word = text.substr(start, stop - start);
      for (char& c : word) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      ++counts[word];
    }
    at = end + separator.size();
  }
  return counts;
}

int main() {
  std::string text;
  for (int i = 0; i < 40; ++i)
    text += "the quick brown fox jumps over the lazy dog and then the dog sleeps while the fox runs far away ";
  std::unordered_map<std::string, long> result;
  for (int i = 0; i < 4000; ++i) result = count(text);
  std::vector<std::pair<std::string, long>> items(result.begin(), result.end());
  std::sort(items.begin(), items.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  std::printf("[");
  for (size_t i = 0; i < 5; ++i) std::printf("%s('%s', %ld)", i ? ", " : "", items[i].first.c_str(), items[i].second);
  std::printf("]\n");
}
