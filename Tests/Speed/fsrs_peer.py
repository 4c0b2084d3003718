"""The peer of the FSRS benchmarks: answers each line of input with one line of JSON.

Needs fsrs-rs-python. Requests:
  load PATH SHARE   read lines of card,day,grade,time; learn from the first SHARE of the items
  train EPOCHS      seconds, and the weights found with card ids, as Anki does
  evaluate          seconds, log loss and error over bins of the standard weights, newer items more
  replay            seconds for the memory state after every whole history
  preview COUNT     seconds for so many times the states after four grades
  simulate CARDS NEW DAYS RETENTION SEED
                    seconds for one simulation; reviews, cards met and cards known at its end
"""

import json
import sys
import time
from collections import defaultdict

import fsrs_rs_python as fsrs


class Log:
    def __init__(self, path, share):
        cards = defaultdict(list)
        with open(path, encoding="ascii") as file:
            for line in file:
                card, day, grade, moment = map(int, line.split(","))
                cards[card].append((moment, day, grade))
        self.histories, items = [], []
        for card, reviews in cards.items():
            reviews.sort(key=lambda review: review[0])
            history, before = [], None
            for moment, day, grade in reviews:
                wait = 0 if before is None else max(0, day - before)
                before = day
                history.append(fsrs.FSRSReview(grade, wait))
                if wait > 0:
                    items.append((moment, card, fsrs.FSRSItem(history)))
            self.histories.append(fsrs.FSRSItem(history))
        items.sort(key=lambda item: item[:2])
        items = items[: int(len(items) * share)]
        self.items = [item for _, _, item in items]
        self.cards = [card for _, card, _ in items]


def timed(work):
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def train(log, epochs):
    config = fsrs.TrainingConfig(num_epochs=epochs)
    model = fsrs.FSRS([])
    seconds, weights = timed(
        lambda: model.compute_parameters(
            log.items, card_ids=log.cards, training_config=config
        )
    )
    return {"seconds": seconds, "weights": list(weights)}


def evaluate(log):
    model = fsrs.FSRS(fsrs.DEFAULT_PARAMETERS)
    seconds, result = timed(lambda: model.evaluate(log.items))
    return {"seconds": seconds, "logLoss": result.log_loss, "rmse": result.rmse_bins}


def replay(log):
    model = fsrs.FSRS([])
    seconds, _ = timed(lambda: model.memory_state_batch(log.histories))
    return {"seconds": seconds}


def preview(count):
    model, state = fsrs.FSRS([]), fsrs.MemoryState(10.0, 5.0)

    def work():
        for index in range(count):
            model.next_states(state, 0.9, index % 40)

    return {"seconds": timed(work)[0]}


def simulate(cards, new, days, retention, seed):
    config = fsrs.default_simulator_config()
    config.deck_size, config.learn_limit, config.learn_span = cards, new, days
    # Time is no limit, as it is none to the learner who is asked how much it takes.
    config.max_cost_perday = 1e9
    seconds, result = timed(
        lambda: fsrs.simulate(fsrs.DEFAULT_PARAMETERS, retention, config, seed)
    )
    return {
        "seconds": seconds,
        "reviews": int(sum(result.review_cnt_per_day)),
        "learned": int(sum(result.learn_cnt_per_day)),
        "known": float(result.memorized_cnt_per_day[-1]),
    }


log = None
for line in sys.stdin:
    request, *words = line.split()
    if request == "load":
        log = Log(words[0], float(words[1]))
        reply = {"seconds": 0, "items": len(log.items)}
    elif request == "train":
        reply = train(log, int(words[0]))
    elif request == "evaluate":
        reply = evaluate(log)
    elif request == "replay":
        reply = replay(log)
    elif request == "simulate":
        reply = simulate(*map(int, words[:3]), float(words[3]), int(words[4]))
    else:
        reply = preview(int(words[0]))
    print(json.dumps(reply), flush=True)
