"""How fast documents come in, without being analysed: text, HTML and PDF, from bytes to the view that the extractors read.

usage: python tests/bench_ingest.py [--data ../shared/data] [--words 100000] [--rounds 5]

The texts are those of tests/bench.py; as web pages they have a menu and a footer, as PDFs they are wrapped to pages. HTML and PDF are
read in the sandbox, as in use, so that wall-clock time counts and not this process's own.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import textwrap
import time
from html import escape
from pathlib import Path
from statistics import median

import bench

from hrcli import workflow

sys.path.insert(0, str(Path(__file__).parent / "ingest"))
import pdf_files

LINES, WIDTH = 45, 85  # of a page
MENU = "<nav><a href=/>Home</a> <a href=/news>News</a> <a href=/about>About us</a></nav>"


def main() -> None:
    """Write the texts in each format, read each folder as often as asked, print the medians."""
    options = _options()
    texts = list(bench._texts(options.data, options.words))
    with tempfile.TemporaryDirectory() as place:
        for name, make in {"text": str.encode, "HTML": _page, "PDF": _pdf}.items():
            folder = Path(place, name)
            folder.mkdir()
            for number, text in enumerate(texts):
                (folder / f"{number:05}.{'txt' if name == 'text' else name.lower()}").write_bytes(make(text))
            size = sum(file.stat().st_size for file in folder.iterdir()) / 1e6
            seconds = median(_time(folder, len(texts)) for _ in range(options.rounds))
            print(f"{name:5} {len(texts)} documents, {size:.1f} MB: {len(texts) / seconds:7.0f} documents/s {size / seconds:6.2f} MB/s")


def _time(folder: Path, count: int) -> float:
    batch = workflow.Batch()
    begun = time.perf_counter()
    read = sum(1 for _ in workflow.read_sources(workflow.Inputs([str(folder)]), batch))
    if read + batch.unchanged + len(batch.skipped) != count:
        raise AssertionError(f"{read} of {count} documents read")
    return time.perf_counter() - begun


def _page(text: str) -> bytes:
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in text.split("\n\n"))
    head = "<!doctype html><html lang=en><head><title>A text</title></head>"
    return f"{head}<body>{MENU}<article>{body}</article><footer>© A</footer></body></html>".encode()


def _pdf(text: str) -> bytes:
    plain = text.encode("cp1252", "replace").decode("cp1252")
    lines = [line for paragraph in plain.split("\n\n") for line in [*textwrap.wrap(paragraph, WIDTH), ""]]
    return pdf_files.pdf([lines[i : i + LINES] for i in range(0, len(lines), LINES)])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Documents and megabytes a second, without analysis.")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="the training data (default: %(default)s)")
    parser.add_argument("--words", type=int, default=100_000, help="about how many words to read (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=5, help="how often (default: %(default)s)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
