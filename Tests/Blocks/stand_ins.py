"""Who answers in the place of HEPData, of a mirror and of a scheduler, on this machine alone, while blocks of the handbook run."""

import contextlib
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

# Numbers that no experiment measured: they only have to be read.
PAPERS = {
    "ins2625676": {
        "Table 1": ("Width of the signal", ((5, 0.1), (20, 0.3), (80, 1.2))),
        "Table 12": ("Observed 95% CL upper limit on the coupling $g_{Z'}$", ((5, 0.01), (20, 0.02), (80, 0.2))),
    },
    "ins2611344": {"Table 3": ("Observed 90% CL upper limit on $g'$ in the vanilla model", ((0.1, 0.001), (1, 0.002), (8, 0.05)))},
}


def record(number, version=1):
    doi = f"10.17182/hepdata.{number[3:]}.v{version}"
    tables = enumerate(PAPERS[number].items(), start=1)
    return {
        "record": {"title": "Search for a $Z'$ boson", "hepdata_doi": doi}, "version": version,
        "data_tables": [{"name": name, "id": at, "doi": f"{doi}/t{at}", "description": words} for at, (name, (words, _)) in tables],
    }


def table(words, rows):
    masses, couplings = ([{"value": row[at]} for row in rows] for at in (0, 1))
    return {
        "independent_variables": [{"header": {"name": "$m_{Z'}$", "units": "GeV"}, "values": masses}],
        "dependent_variables": [{"header": {"name": words}, "values": couplings}],
    }


class Answers(BaseHTTPRequestHandler):
    """HEPData's addresses, and below /constraints/ the documents of a folder."""

    mirrored = None

    def do_GET(self):
        path, _, query = unquote(self.path).partition("?")
        parts = path.strip("/").split("/")
        body = None
        if parts[0] == "record" and parts[-1] in PAPERS and "format=json" in query:
            body = json.dumps(record(parts[-1])).encode()
        elif parts[:2] == ["download", "table"] and parts[3] in PAPERS.get(parts[2], ()):
            # JSON is YAML.
            body = json.dumps(table(*PAPERS[parts[2]][parts[3]])).encode()
        elif parts[0] == "constraints" and len(parts) == 2 and (self.mirrored / parts[1]).is_file():
            body = (self.mirrored / parts[1]).read_bytes()
        self.send_response(200 if body is not None else 404)
        self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def server(folder):
    """The address of a server that mirrors the documents of a folder."""
    answers = type("Answers", (Answers,), {"mirrored": Path(folder)})
    with ThreadingHTTPServer(("127.0.0.1", 0), answers) as listening:
        thread = threading.Thread(target=listening.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.server_port}"
        listening.shutdown()


# A scheduler that takes jobs, keeps them waiting, and lets them go: what they would compute `make slurm-test` has computed.
SCHEDULER = {
    "scontrol": "printf 'MaxArraySize = 1001\\nMaxJobCount = 10000\\n'",
    "sbatch": "n=$(cat \"$0.count\" 2>/dev/null || echo 16); echo $((n + 1)) | tee \"$0.count\"",
    "squeue": "echo PENDING",
    "scancel": "test $# -gt 0",
}


def put_scheduler(folder):
    for name, text in SCHEDULER.items():
        path = Path(folder) / name
        path.write_text(f"#!/bin/sh\n{text}\n")
        path.chmod(0o755)
