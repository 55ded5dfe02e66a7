"""Formats that are no documents to hrcli yet, by their suffix: said by name, so that nobody must guess why a file was skipped."""

from __future__ import annotations

from hrcli.errors import UnreadableError

HINT = "hrcli reads text, Markdown and HTML"
SAVE = "save it as text first"
NAMES = {
    "PDF files": (".pdf",),
    "Word documents": (".doc", ".docx", ".dot", ".dotx", ".docm"),
    "OpenDocument texts": (".odt", ".ott"),
    "rich text files": (".rtf",),
    "Pages documents": (".pages",),
    "e-books": (".epub", ".mobi", ".azw", ".azw3"),
    "spreadsheets": (".xls", ".xlsx", ".ods"),
    "tables": (".csv", ".tsv"),
    "presentations": (".ppt", ".pptx", ".odp"),
    "e-mails": (".eml", ".msg", ".mbox"),
    "web archives": (".mht", ".mhtml", ".warc"),
    "data files": (".json", ".jsonl", ".xml", ".yaml", ".yml", ".toml", ".db", ".sqlite"),
    "archives": (".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar"),
    "pictures": (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".webp", ".bmp", ".svg"),
    "recordings": (".mp3", ".wav", ".ogg", ".m4a", ".mp4", ".mov", ".avi", ".mkv"),
}
BY_SUFFIX = {suffix: name for name, suffixes in NAMES.items() for suffix in suffixes}
INSTEAD = {"PDF files": "turn it into text first, for example with pdftotext", "archives": "unpack it first"}
NO_INSTEAD = ("pictures", "recordings", "data files", "tables", "spreadsheets")


def refuse(path: str, suffix: str) -> None:
    """UnreadableError if the file's suffix (in small letters) is that of a format which is not read yet."""
    if name := BY_SUFFIX.get(suffix):
        instead = "" if name in NO_INSTEAD else f": {INSTEAD.get(name, SAVE)}"
        raise UnreadableError(f"{path}: {name} ({suffix}) are not read yet{instead}", hint=HINT)
