"""Answers StorePeer's questions, one line of JSON each: anki's collection, and simdjson."""

import json
import os
import random
import resource
import sqlite3
import subprocess
import sys
import time


def build(path, cards, reviews):
    """A collection of so many cards in review and so many reviews, spread over three years."""
    from anki.collection import Collection

    random.seed(1)
    collection = Collection(path + ".anki2")
    model = collection.models.by_name("Basic")["id"]
    now = int(time.time())
    begin = now - 3 * 365 * 86400
    text = "A stem of the usual length with some words of medicine in it. " * 8
    notes, rows, log = [], [], []
    for number in range(cards):
        ident = begin * 1000 + number
        fields = f"{number} {text}\x1f{text[:200]}"
        notes.append((ident, f"g{number}", model, now, 0, "", fields, str(number), number, 0, ""))
        interval = random.randint(1, 200)
        due = collection.sched.today + random.randint(-20, 200)
        data = json.dumps({"s": float(interval), "d": 5.0, "dr": 0.9})
        rows.append((ident, ident, 1, 0, now, 0, 2, 2, due, interval, 2500, 10, 0, 0, 0, 0, 0, data))
    step = (now - begin) * 1000 / max(1, reviews)
    for number in range(reviews):
        card = begin * 1000 + random.randrange(cards)
        at = begin * 1000 + int(number * step)
        log.append((at, card, 0, 3, 10, 5, 2500, 8123, 1))
    collection.close()
    # The library's own calls take minutes for as many rows.
    database = sqlite3.connect(path + ".anki2")
    database.create_collation("unicase", lambda a, b: (a > b) - (a < b))
    database.executemany("insert into notes values (?,?,?,?,?,?,?,?,?,?,?)", notes)
    database.executemany("insert into cards values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", rows)
    database.executemany("insert or ignore into revlog values (?,?,?,?,?,?,?,?,?)", log)
    database.commit()
    database.close()


def first_card(path):
    """Opens a collection and fetches its first card; gives the seconds inside the library."""
    from anki.collection import Collection

    start = time.perf_counter()
    collection = Collection(path + ".anki2")
    card = collection.sched.getCard()
    if card is None:
        raise RuntimeError("no card is due")
    card.question()
    seconds = time.perf_counter() - start
    collection.close()
    return seconds


def parse(paths):
    """Parses all lines of some files; gives the seconds without reading them from the disk."""
    import simdjson

    parser = simdjson.Parser()
    seconds = 0.0
    for path in paths:
        with open(path, "rb") as file:
            lines = file.read().splitlines()
        start = time.perf_counter()
        for line in lines:
            document = parser.parse(line)
            del document
        seconds += time.perf_counter() - start
    return seconds


def peak_memory(command):
    """Runs a program without input to its end; gives the most memory it held, in KiB.

    Of a process the system remembers what its parent held at the start too, so this wants a small one
    of its own.
    """
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss


def answer(words):
    if words[0] == "build":
        build(words[1], int(words[2]), int(words[3]))
        return 0.0
    if words[0] == "open":
        return first_card(words[1])
    return parse(words[1:])


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "first":
        first_card(sys.argv[2])
        # What follows the first card is not part of the start.
        os._exit(0)
    if len(sys.argv) > 2 and sys.argv[1] == "memory":
        print(peak_memory(sys.argv[2:]))
        sys.exit(0)
    for question in sys.stdin:
        print(json.dumps({"seconds": answer(question.split())}), flush=True)
