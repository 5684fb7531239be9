#include "galley/decode.h"
#include "galley/digest.h"
#include "galley/identify_language.h"
#include "galley/utf8.h"

#include <benchmark/benchmark.h>

#include <cstring>
#include <string>

using namespace galley;

namespace {

constexpr std::string_view english =
    "OTTAWA - The minister said on Monday that the bridge over the river will not be open before spring, as the ice "
    "had damaged "
    "two of its pillars and the repairs would take more than three months, which is longer than he was told in the "
    "autumn.\n";
constexpr std::string_view french =
    "Le pont sur la rivière ne sera pas rouvert avant le printemps, a déclaré à Genève le ministre étonné.\n";
constexpr std::string_view russian =
    "МОСКВА, 2 января - Мост через реку не откроют до весны, сообщил в пятницу министр.\n";
constexpr std::string_view japanese = "大臣は月曜日、川に架かる橋は氷で橋脚が傷んだため、春まで再開しないと述べた。\n";

std::string repeated(std::string_view line, std::size_t size) {
    std::string text;
    while (text.size() < size) {
        text += line;
    }
    return text;
}

std::string latin_1(std::string_view text) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Character character = utf8::at(text, at);
        bytes.push_back(static_cast<char>(character.code));
        at += character.size;
    }
    return bytes;
}

std::string utf16le(std::string_view text) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Character character = utf8::at(text, at);
        bytes.push_back(static_cast<char>(character.code & 0xFFU));
        bytes.push_back(static_cast<char>(character.code >> 8U));
        at += character.size;
    }
    return bytes;
}

void count_bytes(benchmark::State& state, std::size_t size) {
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(size));
}

void copy(benchmark::State& state, std::string_view line, std::size_t size) {
    const std::string text = repeated(line, size);
    std::string to(text.size(), '\0');
    for (auto _ : state) {
        std::memcpy(to.data(), text.data(), text.size());
        benchmark::DoNotOptimize(to.data());
    }
    count_bytes(state, text.size());
}

void digest(benchmark::State& state, std::string_view line, std::size_t size) {
    const std::string text = repeated(line, size);
    for (auto _ : state) {
        benchmark::DoNotOptimize(sha256(text));
    }
    count_bytes(state, text.size());
}

void decode_bytes(benchmark::State& state, const std::string& bytes, const DecodeOptions& options = {}) {
    for (auto _ : state) {
        Diagnostics diagnostics;
        benchmark::DoNotOptimize(decode("bench", bytes, options, diagnostics));
    }
    count_bytes(state, bytes.size());
}

void identify(benchmark::State& state, std::string_view line, std::size_t size) {
    const std::string text = repeated(line, size);
    for (auto _ : state) {
        benchmark::DoNotOptimize(identify_language(text));
    }
    count_bytes(state, text.size());
}

constexpr std::size_t story = 3000;
constexpr std::size_t large = 16 << 20;

BENCHMARK_CAPTURE(copy, story, english, story);
BENCHMARK_CAPTURE(digest, story, english, story);
BENCHMARK_CAPTURE(decode_bytes, story_english, repeated(english, story));
BENCHMARK_CAPTURE(decode_bytes, story_french, repeated(french, story));
BENCHMARK_CAPTURE(decode_bytes, story_russian, repeated(russian, story));
BENCHMARK_CAPTURE(decode_bytes, story_japanese, repeated(japanese, story));
BENCHMARK_CAPTURE(decode_bytes, story_utf16, utf16le(repeated(english, story)));
BENCHMARK_CAPTURE(decode_bytes, story_latin_1_stated, latin_1(repeated(french, story)), {.encoding = "windows-1252"});
BENCHMARK_CAPTURE(decode_bytes, story_latin_1_guessed, latin_1(repeated(french, story)));
BENCHMARK_CAPTURE(identify, story_english, english, story);
BENCHMARK_CAPTURE(identify, story_russian, russian, story);
BENCHMARK_CAPTURE(copy, large, english, large);
BENCHMARK_CAPTURE(decode_bytes, large_english, repeated(english, large));
BENCHMARK_CAPTURE(decode_bytes, large_french, repeated(french, large));
BENCHMARK_CAPTURE(decode_bytes, large_japanese, repeated(japanese, large));
BENCHMARK_CAPTURE(decode_bytes, large_utf16, utf16le(repeated(english, large)));
BENCHMARK_CAPTURE(decode_bytes, large_latin_1, latin_1(repeated(french, large)));

}  // namespace
