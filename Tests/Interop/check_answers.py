"""check_answers.py PROGRAM SCRATCH: holds every answer of the program against its JSON Schema, by an outside validator.

To be run where Documentation/ is. SCRATCH is a directory to write into.
"""

import csv
import io
import json
import os
import subprocess
import sys

import jsonschema

program, scratch = sys.argv[1:]
limit = os.path.join(scratch, "answers-limit.csv")
plan = os.path.join(scratch, "answers-plan.yaml")
points = os.path.join(scratch, "answers-points.csv")
with open(limit, "w") as file:
    file.write("mass_MeV,coupling\n1,1e-4\n100,1e-4\n")
with open(plan, "w") as file:
    file.write("scenario: paper\nmethod: random\npoints: 30\nblock: 20\nparameters:\n")
    file.write("  mass_MeV: {from: 1, to: 20, scale: log}\n  coupling: {from: 1e-5, to: 1e-3, scale: log}\n")
with open(points, "w") as file:
    file.write("mass_MeV,coupling\n6.5,5e-4\n0.1,1e-4\n20,1e-2\n")

home = os.path.join(scratch, "answers-home")
environment = dict(os.environ, HOME=home)
for name in ("XDG_DATA_HOME", "MUTAU_CURVE_PATH", "MUTAU_PLUGIN_PATH"):
    environment.pop(name, None)
plugin = os.path.join(scratch, "AnswersBound")
point = ["6.5MeV", "5e-4"]
small = ["--grid", "20x16x30x20", "--solver", "narrow-line"]
document = os.path.join(scratch, "answers-document.vot")
facts = ["--name", "Mine", "--kind", "observed", "--confidence-level", "0.9", "--side", "above"]

# The answer of each schema, in its variants.
answers = [
    ("check", ["check"] + point),
    ("check", ["check", "2GeV", "1e-2", "--scenario", "consistent"]),
    ("check", ["check"] + point + ["--charges", "universal"]),
    ("limit", ["limit", "6.5MeV"]),
    ("limit", ["limit", "100GeV", "--only", "coherent"]),
    ("table", ["table"]),
    ("list", ["list"]),
    ("parameters", ["list", "--parameters"]),
    ("show", ["show", "borexino"]),
    ("export", ["export", "coherent"]),
    ("chi2", ["chi2"] + point + ["--segments"]),
    ("chi2", ["chi2"] + point + ["--spectrum", "broken:2.0,2.8,1e5GeV"]),
    ("spectrum", ["spectrum"] + point + ["--states"]),
    ("spectrum", ["spectrum"] + point + ["--ratio", "--flavour", "mu"]),
    ("fit", ["fit"] + small),
    ("fit", ["fit", "--below", "na64mu-2024", "--forecast", "10"] + small),
    ("map", ["map", "--grid", "12x12", "--output", os.path.join(scratch, "answers-map")]),
    ("add", ["add", limit, "--dry-run"] + facts),
    ("add", ["add", limit] + facts),
    ("check", ["check"] + point),
    ("diff", ["diff", "bundled", "current", "--grid", "12x12"]),
    ("refresh", ["refresh", "--offline"]),
    ("remove", ["remove", "mine", "--dry-run"]),
    ("inspect", ["inspect", limit] + facts),
    ("import", ["import", limit, "--force", "--output", document] + facts),
    ("import", ["import", limit, "--force", "--output", document, "--parameter", "x=1"] + facts),
    ("cite", ["cite"]),
    ("missing", ["list", "--missing"]),
    ("envelope", ["limit", "--masses", "1,6.5"]),
    ("export", ["export", "envelope", "--masses", "1,6.5"]),
    ("plugin-build", ["plugin", "build", plugin]),
    ("plugin-check", ["plugin", "check", plugin]),
    ("plugin-install", ["plugin", "install", plugin]),
    ("plugin-list", ["plugin", "list"]),
    ("scenario-list", ["scenario", "list"]),
    ("scenario-show", ["scenario", "show", "consistent"]),
    ("scan-plan", ["scan", "plan", plan]),
    ("scan-run", ["scan", "run", plan]),
    ("scan-status", ["scan", "status", plan]),
    ("scan-merge", ["scan", "merge", plan]),
    ("scan-extend", ["scan", "extend", plan, "--more", "10"]),
    ("scan-submit", ["scan", "submit", plan, "--shards", "2", "--dry-run"]),
    ("schema", ["schema"]),
]


def run(arguments, form):
    done = subprocess.run([program] + arguments + ["--format", form], capture_output=True, text=True, env=environment)
    if done.returncode != 0:
        sys.exit(f"{' '.join(arguments)} --format {form} ends with {done.returncode}: {done.stderr}")
    return done.stdout


def validator(name):
    with open(f"Documentation/schemas/{name}.json") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    return schema, jsonschema.Draft202012Validator(schema)


complaints = []


def check(name, what, text):
    for error in validator(name)[1].iter_errors(json.loads(text)):
        complaints.append(f"{what}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")


def check_csv(name, what, text):
    """Every column is one of the schema, and a column of numbers holds numbers alone."""
    columns = validator(name)[0]["$defs"]["line_of_csv"]["properties"]
    for row in csv.DictReader(io.StringIO(text)):
        for column, cell in row.items():
            if column not in columns:
                complaints.append(f"{what}: the column {column} is not in the schema")
            elif cell and set(columns[column].get("type", [])) & {"number"} or columns[column].get("type") == "number":
                try:
                    float(cell or "nan")
                except ValueError:
                    complaints.append(f"{what}: '{cell}' in the column of numbers {column}")


# What is made once is asked for in one form.
made = subprocess.run([os.path.abspath(program), "plugin", "new", "AnswersBound", "--language", "c", "--format", "json"],
                      capture_output=True, text=True, env=environment, cwd=scratch)
check("plugin-new", "plugin new", made.stdout)
for name, arguments in answers:
    words = " ".join(arguments)
    check(name, words, run(arguments, "json"))
    if name != "add" or "--dry-run" in arguments:
        check_csv(name, words, run(arguments, "csv"))
for more in [], ["--verdicts"]:
    for line in run(["check", "--points", points] + more, "json").splitlines():
        check("check-points", "check --points", line)
check("plugin-remove", "plugin remove", run(["plugin", "remove", "AnswersBound"], "json"))
with open(os.path.join(scratch, "answers-map", "summary.json")) as file:
    check("map", "summary.json", file.read())
for complaint in complaints:
    print(complaint, file=sys.stderr)
if complaints:
    sys.exit(1)
print(f"jsonschema: {len(answers)} answers, no complaint")
