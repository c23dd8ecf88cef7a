"""Re-execute every accepted task's solution on its cases, with nothing of this project but the file format (docs/format.md).

    python tests/independent/recheck.py runs/quickstart/tasks.parquet

Plain Python and pyarrow; runs in one process a task with a time limit, so use it on runs whose programs you trust as far as your own. Prints what is
wrong and exits with 1 if anything is.
"""

import base64
import json
import math
import multiprocessing
import os
import sys
from collections import Counter, OrderedDict, defaultdict, deque
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction

import pyarrow.parquet as pq

SECONDS = 20


def value_of(tree):
    if isinstance(tree, list):
        return [value_of(item) for item in tree]
    if not isinstance(tree, dict):
        return tree
    ((tag, body),) = tree.items()
    days = lambda text: timedelta(*map(int, text.split(":")))  # noqa: E731
    texts = {"n": lambda t: int(t, 16), "f": float, "b": base64.b64decode, "D": Decimal, "td": days,
             "date": date.fromisoformat, "dt": datetime.fromisoformat, "time": time.fromisoformat}  # fmt: skip
    if tag in texts:
        return texts[tag](body)
    if tag == "u":
        return base64.b64decode(body).decode("utf-8", "surrogatepass")
    if tag == "a":
        return bytearray(base64.b64decode(body))
    if tag == "d":
        return {value_of(key): value_of(item) for key, item in body}
    if tag == "m":
        name, pairs = body
        items = {value_of(key): value_of(item) for key, item in pairs}
        return {"Counter": Counter, "OrderedDict": OrderedDict, "defaultdict": lambda d: defaultdict(None, d)}[name](items)
    makers = {
        "t": tuple,
        "s": set,
        "z": frozenset,
        "q": deque,
        "c": lambda p: complex(*p),
        "r": lambda p: range(*p),
        "F": lambda p: Fraction(*p),
    }
    return makers[tag]([value_of(item) for item in body])


def equal(a, b, case):
    if case["comparator"] == "approx" and type(a) in (int, float) and type(b) in (int, float):
        return a == b or (a != a and b != b) or math.isclose(a, b, rel_tol=case["rel_tol"], abs_tol=case["abs_tol"])
    if type(a) is not type(b):
        return False
    if isinstance(a, (list, tuple)):
        if case["comparator"] == "unordered":
            a, b = sorted(a, key=repr), sorted(b, key=repr)
        return len(a) == len(b) and all(equal(x, y, case) for x, y in zip(a, b, strict=True))
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(equal(a[key], b[key], case) for key in a)
    return a == b or (a != a and b != b)


def check(task):
    namespace = {"__name__": "solution"}
    try:
        exec(task["canonical_solution"], namespace)
    except Exception as error:
        return f"does not load: {error!r}"
    for case in task["cases"]:
        args, kwargs = value_of(json.loads(case["args"])), value_of(json.loads(case["kwargs"]))
        try:
            got, raised = namespace[task["entry_point"]](*args, **kwargs), None
        except Exception as error:
            got, raised = None, type(error).__name__
        if case["raises"] is not None or raised is not None:
            if raised != case["raises"]:
                return f"{case['args'][:80]}: raised {raised}, case says {case['raises']}"
        elif not equal(got, value_of(json.loads(case["expected"])), case):
            return f"{case['args'][:80]}: got {got!r}, case says {case['expected'][:80]}"
    return None


def main(path):
    tasks = pq.read_table(path, columns=["task_id", "entry_point", "canonical_solution", "cases"]).to_pylist()
    wrong = 0
    with multiprocessing.get_context("fork").Pool(min(4, os.cpu_count() or 1)) as pool:
        for task, waiting in [(task, pool.apply_async(check, (task,))) for task in tasks]:
            try:
                problem = waiting.get(timeout=SECONDS)
            except multiprocessing.TimeoutError:
                problem = f"no answer in {SECONDS} s"
            if problem:
                wrong += 1
                print(f"{task['task_id']} {task['entry_point']}: {problem}")
    print(f"{len(tasks)} tasks, {sum(len(task['cases']) for task in tasks)} cases, {wrong} tasks wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
