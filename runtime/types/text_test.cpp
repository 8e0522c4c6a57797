// Text: the narrowest storage, searching in every width, growth in place, hashes, codecs and their error handlers.
#include <algorithm>
#include <random>

#include "runtime/object/runtime_test.hpp"
#include "runtime/types/codec.hpp"

namespace py::test {
namespace {

using TextTest = RuntimeTest;

std::u32string random_text(std::mt19937& random, size_t length, std::u32string_view alphabet) {
  std::u32string out;
  while (out.size() < length) out += alphabet[random() % alphabet.size()];
  return out;
}
Ref from(const std::u32string& s) { return make_str_units(s.data(), 4, static_cast<int64_t>(s.size())); }

constexpr std::u32string_view alphabets[] = {U"ab", U"a\u00e9", U"a\u20ac", U"a\U0001f600\u20ac"};

TEST_F(TextTest, IsKeptAsNarrowAsItsWidestCharacter) {
  EXPECT_EQ(as_str(text("plain"))->kind(), 1);
  EXPECT_EQ(as_str(text("\xc3\xa9"))->kind(), 1);
  EXPECT_EQ(as_str(text("\xe2\x82\xac"))->kind(), 2);
  EXPECT_EQ(as_str(text("\xf0\x9f\x98\x80"))->kind(), 4);
  Ref wide = text("abc\xf0\x9f\x98\x80");
  Ref slice = str_slice(as_str(wide), 0, 3);
  EXPECT_EQ(as_str(slice)->kind(), 1);
  EXPECT_EQ(plain(slice), "abc");
}

TEST_F(TextTest, SearchesFindWhatAPlainLoopFinds) {
  std::mt19937 random(1);
  for (std::u32string_view hay_letters : alphabets) {
    for (std::u32string_view needle_letters : alphabets) {
      for (int round = 0; round < 200; ++round) {
        std::u32string hay = random_text(random, random() % 60, hay_letters), needle = random_text(random, random() % 4, needle_letters);
        Ref h = from(hay), n = from(needle);
        int64_t end = static_cast<int64_t>(hay.size());
        size_t first = hay.find(needle), last = hay.rfind(needle);
        EXPECT_EQ(str_find(as_str(h), as_str(n), 0, end), first == hay.npos ? -1 : static_cast<int64_t>(first));
        EXPECT_EQ(str_rfind(as_str(h), as_str(n), 0, end), last == hay.npos ? -1 : static_cast<int64_t>(last));
      }
    }
  }
}

// Pieces of every length, NULs among them, are what they are cut from, whatever was made before on the same place of the table.
TEST_F(TextTest, RecentTextsAreWhatWasAskedFor) {
  std::mt19937 random(5);
  constexpr std::u32string_view letters = {U"a\0b", 3};
  for (int round = 0; round < 20000; ++round) {
    std::u32string all = random_text(random, 30, letters);
    int64_t start = static_cast<int64_t>(random() % 20), length = static_cast<int64_t>(random() % 11);
    Ref whole = from(all), piece = str_slice(as_str(whole), start, start + length);
    Ref expected = from(all.substr(static_cast<size_t>(start), static_cast<size_t>(length)));
    ASSERT_EQ(as_str(piece)->length, length);
    ASSERT_TRUE(str_equal(as_str(piece), as_str(expected)));
    ASSERT_EQ(str_hash(as_str(piece)), str_hash(as_str(expected)));
  }
}

TEST_F(TextTest, RecentTextsAreTheSameObjectAndNeverAppendedTo) {
  Ref whole = text("one two one");
  Ref first = str_slice(as_str(whole), 0, 3), again = str_slice(as_str(whole), 8, 11);
  EXPECT_TRUE(first.get().same(again.get()));
  again = Ref();
  Value grown = str_inplace_add(first.get(), as_str(text("+")));      // of what first holds, which is not its alone
  EXPECT_EQ(plain(Ref(grown)), "one+");
  EXPECT_EQ(plain(Ref(str_slice(as_str(whole), 8, 11))), "one");
}

TEST_F(TextTest, OrderIsThatOfCodePoints) {
  std::mt19937 random(2);
  for (int round = 0; round < 500; ++round) {
    std::u32string a = random_text(random, random() % 5, alphabets[random() % 4]), b = random_text(random, random() % 5, alphabets[random() % 4]);
    Ref x = from(a), y = from(b);
    int order = str_order(as_str(x), as_str(y));
    EXPECT_EQ(order < 0, a < b);
    EXPECT_EQ(order == 0, a == b);
    EXPECT_EQ(equal(x, y), a == b);
  }
}

TEST_F(TextTest, GrowthInPlaceNeverChangesASharedText) {
  Ref a = text("start"), more = text("\xe2\x82\xac");
  Ref shared = Ref::borrow(a);
  Ref grown = str_append_owned(a.take(), as_str(more));
  EXPECT_EQ(plain(shared), "start");
  EXPECT_EQ(plain(grown), "start\xe2\x82\xac");
  for (int i = 0; i < 1000; ++i) grown = str_append_owned(grown.take(), as_str(more));
  EXPECT_EQ(as_str(grown)->length, 1006);
  EXPECT_EQ(str_count(as_str(grown), as_str(more), 0, 1006, 2000), 1001);
}

TEST_F(TextTest, EqualTextsHaveEqualHashes) {
  Ref once = from(U"na\u00efve \u20ac"), twice = text("na\xc3\xafve \xe2\x82\xac");
  EXPECT_EQ(equal(once, twice), 1);
  Ref dict = make_dict();
  ASSERT_EQ(set_item(dict, once, small_int(1)), 0);
  EXPECT_EQ(contains(dict, twice), 1);
}

Ref decoded(std::string_view bytes, std::string_view encoding, std::string_view errors) {
  Ref e = text(encoding), h = text(errors);
  return decode_text(reinterpret_cast<const uint8_t*>(bytes.data()), static_cast<int64_t>(bytes.size()), as_str(e), as_str(h));
}
Ref encoded(Value s, std::string_view encoding, std::string_view errors) {
  Ref e = text(encoding), h = text(errors);
  return encode_text(as_str(s), as_str(e), as_str(h));
}

TEST_F(TextTest, EveryEncodingReadsWhatItWrote) {
  std::mt19937 random(3);
  for (const char* encoding : {"utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-8-sig"}) {
    for (int round = 0; round < 50; ++round) {
      std::u32string s = random_text(random, random() % 40, alphabets[round % 4]);
      Ref original = from(s), bytes = encoded(original, encoding, "strict");
      ASSERT_FALSE(bytes.is_error()) << encoding;
      Ref again = call_method(bytes, intern("decode"), text(encoding));
      ASSERT_FALSE(again.is_error()) << encoding;
      EXPECT_EQ(equal(original, again), 1) << encoding;
    }
  }
}

TEST_F(TextTest, MalformedUtf8IsRefusedWhereCPythonRefusesIt) {
  for (const char* bad : {"\xff", "\x80", "\xc0\x80", "\xc3", "\xed\xa0\x80", "\xe2\x82", "\xf4\x90\x80\x80", "\xf8\x88\x80\x80\x80"}) {
    Ref r = decoded(bad, "utf-8", "strict");
    EXPECT_TRUE(r.is_error());
    EXPECT_TRUE(take_error().starts_with("UnicodeDecodeError: 'utf-8' codec can't decode")) << bad;
  }
  EXPECT_EQ(plain(decoded("a\xffz", "utf-8", "ignore")), "az");
  EXPECT_EQ(plain(decoded("a\xffz", "utf-8", "replace")), "a\xef\xbf\xbdz");
  EXPECT_EQ(plain(decoded("a\xe2\x82z", "utf-8", "replace")), "a\xef\xbf\xbdz");
  EXPECT_EQ(plain(decoded("a\xffz", "utf-8", "backslashreplace")), "a\\xffz");
}

TEST_F(TextTest, SurrogateEscapesGoThereAndBack) {
  std::string all;
  for (int i = 128; i < 256; ++i) all += static_cast<char>(i);
  Ref escaped = decoded(all, "utf-8", "surrogateescape");
  ASSERT_FALSE(escaped.is_error());
  EXPECT_EQ(as_str(escaped)->at(0), 0xdc80u);
  Ref back = encoded(escaped, "utf-8", "surrogateescape");
  Ref expected = make_bytes(all.data(), 128);
  EXPECT_EQ(equal(back, expected), 1);
  Ref refused = encoded(escaped, "utf-8", "strict");
  ASSERT_TRUE(refused.is_error());
  EXPECT_TRUE(take_error().ends_with("surrogates not allowed"));
}

TEST_F(TextTest, WhatDoesNotFitIsToldOrReplaced) {
  Ref euro = text("5 \xe2\x82\xac");
  Ref refused = encoded(euro, "ascii", "strict");
  ASSERT_TRUE(refused.is_error());
  EXPECT_EQ(take_error(), "UnicodeEncodeError: 'ascii' codec can't encode character '\\u20ac' in position 2: ordinal not in range(128)");
  EXPECT_EQ(repr_of(encoded(euro, "latin-1", "replace")), "b'5 ?'");
  EXPECT_EQ(repr_of(encoded(euro, "ascii", "xmlcharrefreplace")), "b'5 &#8364;'");
  EXPECT_EQ(repr_of(encoded(euro, "cp1252", "strict")), "b'5 \\x80'");
  Ref unknown = encoded(euro, "no-such-codec", "strict");
  ASSERT_TRUE(unknown.is_error());
  EXPECT_EQ(take_error(), "LookupError: unknown encoding: no-such-codec");
}

TEST_F(TextTest, NamesOfEncodingsAreNormalised) {
  for (const char* name : {"UTF8", "utf_8", "U8", "Utf-8"}) EXPECT_EQ(find_encoding(name), Encoding::utf8) << name;
  for (const char* name : {"latin1", "ISO-8859-1", "l1"}) EXPECT_EQ(find_encoding(name), Encoding::latin1) << name;
  EXPECT_EQ(find_encoding("klingon"), Encoding::unknown);
}

TEST_F(TextTest, APieceMayEndInsideACharacter) {
  std::string_view bytes = "\xe2\x82\xac\xf0\x9f\x98\x80z";
  for (size_t cut = 0; cut <= bytes.size(); ++cut) {
    StrBuilder out;
    Encoding e = Encoding::utf8;
    int64_t taken = 0, rest = 0;
    ASSERT_TRUE(decode_some(out, e, reinterpret_cast<const uint8_t*>(bytes.data()), static_cast<int64_t>(cut), nullptr, false, taken));
    ASSERT_TRUE(decode_some(out, e, reinterpret_cast<const uint8_t*>(bytes.data()) + taken, static_cast<int64_t>(bytes.size()) - taken, nullptr, true, rest));
    Ref s = out.finish();
    EXPECT_EQ(plain(s), bytes) << cut;
  }
}

}  // namespace
}  // namespace py::test
