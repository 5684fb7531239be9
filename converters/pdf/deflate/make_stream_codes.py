#!/usr/bin/env python3
"""Make stream_codes_data.cpp: the codes that the streams of a PDF are packed with at `fast`.

usage: make_stream_codes.py PDF... > stream_codes_data.cpp

PDF    made by Galley of stories in languages written with Latin letters, with `--option pdf.compression=none`: some two hundred, of
       wires, papers and web pages

Only how often symbols come is kept, no text. Run it again when what pages or objects look like has changed much.
"""
import heapq, pathlib, re, sys

PAGES, OBJECTS, TEXT = range(3)
KINDS = ("pages", "packed objects", "text: the source, NewsML-G2, the XMP packet")
LITERALS, DISTANCES, LONGEST = 286, 30, 12
STREAM = re.compile(rb"\d+ 0 obj\n<<(.*?)>>\nstream\n", re.S)


def kind_of(entries, stream):
    if b"/ObjStm" in entries:
        return OBJECTS
    if b"/Metadata" in entries or b"/Params" in entries:
        return TEXT
    return PAGES if b"BDC" in stream[:64] else None


def streams_of(pdf):
    for found in STREAM.finditer(pdf):
        size = int(re.search(rb"/Length (\d+)", found[1])[1])
        stream = pdf[found.end():found.end() + size]
        kind = kind_of(found[1], stream)
        if kind is not None:
            yield kind, stream


def length_symbol(length):
    if length == 258:
        return 285
    at = length - 3
    bits = max(0, at.bit_length() - 3)
    return 257 + 4 * bits + (at >> bits)


def distance_symbol(distance):
    at = distance - 1
    bits = max(0, at.bit_length() - 2)
    return 2 * bits + (at >> bits)


def count(stream, literals, distances):
    """As scan_matches of match_scan.h divides a stream, but for chance."""
    last, at = {}, 0
    while at < len(stream):
        four = stream[at:at + 4]
        before = last.get(four)
        last[four] = at
        if before is None or len(four) < 4 or at - before > 32768:
            literals[stream[at]] += 1
            at += 1
            continue
        length = 4
        while length < 258 and at + length < len(stream) and stream[at + length] == stream[before + length]:
            length += 1
        literals[length_symbol(length)] += 1
        distances[distance_symbol(at - before)] += 1
        last[stream[at + 1:at + 5]] = at + 1
        at += length
        last[stream[at - 1:at + 3]] = at - 1
    literals[256] += 1


def lengths_of(frequencies):
    """Of a Huffman code in which every symbol has a codeword, none longer than LONGEST."""
    floor = (sum(frequencies) >> 13) + 1          # what is rarer may be so by chance: other languages have other letters
    frequencies = [max(frequency, floor) for frequency in frequencies]
    weights = frequencies
    while True:
        heap = [(weight, index, (index,)) for index, weight in enumerate(weights)]
        lengths = [0] * len(weights)
        heapq.heapify(heap)
        while len(heap) > 1:
            one, other = heapq.heappop(heap), heapq.heappop(heap)
            for symbol in one[2] + other[2]:
                lengths[symbol] += 1
            heapq.heappush(heap, (one[0] + other[0], min(one[1], other[1]), one[2] + other[2]))
        if max(lengths) <= LONGEST:
            break
        weights = [weight // 2 + 1 for weight in weights]
    # Among equals the first get the short ones: lengths in a row take less to tell when they are the same.
    order = sorted(range(len(frequencies)), key=lambda symbol: (-frequencies[symbol], symbol))
    for symbol, length in zip(order, sorted(lengths)):
        lengths[symbol] = length
    return lengths


def table(numbers, indent):
    rows = [", ".join(str(number) for number in numbers[row:row + 32]) for row in range(0, len(numbers), 32)]
    return "{" + (",\n" + " " * indent).join(rows) + "}"


def main(paths):
    counts = [([0] * LITERALS, [0] * DISTANCES) for _ in KINDS]
    for path in sorted(paths):
        for kind, stream in streams_of(pathlib.Path(path).read_bytes()):
            count(stream, *counts[kind])
    print("// Made by make_stream_codes.py.\n\n#include \"converters/pdf/deflate/stream_code.h\"\n\nnamespace galley::pdf {\n")
    print("const std::array<StreamCodeLengths, 3> stream_codes{{")
    for name, (literals, distances) in zip(KINDS, counts):
        print(f"    // {name}")
        print(f"    {{.literals = {{{table(lengths_of(literals), 18)}}},\n     .distances = {{{table(lengths_of(distances), 19)}}}}},")
    print("}};\n\n}  // namespace galley::pdf")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) if len(sys.argv) > 1 else __doc__)
