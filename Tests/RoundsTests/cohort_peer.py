"""Runs SQL statements in DuckDB and prints the rows of each that begins with "select *".

The statements come on standard input, each ended by a semicolon; one JSON array of rows a line.
"""

import json
import sys

import duckdb

engine = duckdb.connect()
for statement in sys.stdin.read().split(";"):
    if not statement.strip():
        continue
    answer = engine.execute(statement)
    if statement.strip().startswith("select *"):
        names = [column[0] for column in answer.description]
        print(json.dumps([dict(zip(names, row)) for row in answer.fetchall()]))
