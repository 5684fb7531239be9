#!/usr/bin/env python3
"""Makes a tar of any number of stories, each different, by varying a few:  vary.py COUNT [STORY...] > stories.tar

Without STORY the samples of this project are varied. The same arguments make the same bytes. The tar goes to standard output, so
that a million stories need no room:  vary.py 1000000 | galley batch - --to newsml-g2,yaml --tar news.tar.zst
"""
import pathlib
import random
import sys
import tarfile

SAMPLES = pathlib.Path(__file__).resolve().parent.parent / "copy"


def vary(lines, number):
    """The head stays in its place; below it, paragraphs change places, and a sentence with the story's number comes last."""
    chance = random.Random(number)
    head = lines[:4]
    body = [line for line in lines[4:] if line.strip()]
    chance.shuffle(body)
    return "\n".join([*head, *("\n" + line for line in body), f"\nThis was story {number} of {chance.randrange(10**9)}.\n"])


def main():
    count = int(sys.argv[1])
    files = [pathlib.Path(name) for name in sys.argv[2:]] or sorted(SAMPLES.glob("*.txt"))
    stories = [file.read_text(encoding="utf-8").splitlines() for file in files]
    header = tarfile.TarInfo()
    header.mtime = 1767348000
    for number in range(count):
        story = vary(stories[number % len(stories)], number).encode("utf-8")
        header.name = f"{number // 1000:06}/story-{number:07}.txt"
        header.size = len(story)
        sys.stdout.buffer.write(header.tobuf(tarfile.USTAR_FORMAT) + story + bytes(-len(story) % 512))
    sys.stdout.buffer.write(bytes(1024))


if __name__ == "__main__":
    main()
