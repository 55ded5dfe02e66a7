"""Commands print on terminals what they printed before, at every width, with colours and without."""

from __future__ import annotations

from golden import PLACE, outputs


def test_every_output_is_as_it_was() -> None:
    """Each file holds what its command prints now, and there is no file more; `make golden` writes them anew."""
    now = dict(outputs())
    assert {path.name: path.read_text(encoding="utf-8") for path in PLACE.glob("*.txt")} == now


def test_nothing_is_wider_than_the_terminal() -> None:
    """No line of a table has more columns than the terminal, characters of double width counted twice."""
    from rich.cells import cell_len
    from rich.text import Text

    for name, text in outputs():
        width = int(name.removesuffix("-plain.txt").removesuffix(".txt").rpartition("-")[2])
        if not name.startswith(("show", "dossier", "welcome")):
            assert max(cell_len(Text.from_ansi(line).plain) for line in text.splitlines()) <= width, name
