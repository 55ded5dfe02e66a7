"""The dossier as a page."""

from __future__ import annotations

import io

from samples import appeal

from hrcli.records import Entity
from hrcli.report import dossier
from hrcli.report.answers import Dossier, Role


def page(**known: object) -> list[str]:
    """The lines of the dossier of an entity of the sample document, of which more is known."""
    document = appeal().document
    entity: Entity = appeal().entities[1]
    out = io.StringIO()
    dossier.write(Dossier(entity=entity, **known), {document.id: document}, out)  # type: ignore[arg-type]
    return out.getvalue().splitlines()


def test_sections_that_are_empty_are_left_out() -> None:
    """Of somebody merely named there are the facts and the mentions."""
    assert [line for line in page() if line.startswith("#")] == ["# Ana Ivić", "## Mentions (1)"]


def test_roles_have_their_time() -> None:
    """A role is shown with the first and the last date of the documents that tell of it, one of one date with that."""
    roles = [Role(role="lawyer", first="2009", last="2011-02"), Role(role="judge", first="2012", last="2012"), Role(role="poet")]
    assert page(roles=roles)[5:10] == ["## Roles (3)", "", "- lawyer, 2009 to 2011-02", "- judge, 2012", "- poet"]


def test_notes_stand_with_the_facts() -> None:
    """What the user has noted is near the top."""
    assert "- note: met her in 2019" in page(notes=["met her in 2019"])[:6]


def test_nothing_steers_the_terminal() -> None:
    """Untrusted text is made visible."""
    assert any("\\x1b[31m" in line for line in page(notes=["\x1b[31mred"]))
