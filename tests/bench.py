"""How fast `hrcli analyze` is: words per second on the seeds, repeated, without the time to start up.

usage: python tests/bench.py [REPEATS]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"


def main() -> None:
    """Analyse the seeds once and many times over; the difference is the time that the repetitions take."""
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    words = sum(len(text.split()) for text in texts)
    once, many = _seconds(texts, 1), _seconds(texts, 1 + repeats)
    speed = words * repeats / (many - once)
    print(
        f"{speed:.0f} words a second ({words * repeats} words in {many - once:.1f} s; start-up and the first five documents: {once:.1f} s)"
    )


def _seconds(texts: list[str], repeats: int) -> float:
    """The seconds that one `hrcli analyze` takes for copies of the texts, each a little different."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(repeats):
            for place, text in enumerate(texts):
                Path(folder, f"{number:04}-{place}.txt").write_text(f"{text}\n{number}\n", encoding="utf-8")
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-m", "hrcli", "analyze", folder], check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - begun


if __name__ == "__main__":
    main()
