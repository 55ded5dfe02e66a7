"""The date of a document: by its dateline, metadata, page, address, file name and copyright, in that order, and by nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hrcli import ingest
from hrcli.records import Source

BODY = "Police in the capital have arrested a poet who read from her work in a square last week, her lawyer told reporters there.\n"
MORE = "Her family has not been told where she is held, and the court has twice put off the hearing of her complaint since then.\n"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"Free the Poet\n\n(Bangkok, 12 May 2014) – {BODY}", "2014-05-12"),
        (f"Free the Poet\n\nNEW YORK, 3 March 2009 (XYZ) -- {BODY}", "2009-03-03"),
        (f"Free the Poet\n\nNEW YORK, Tuesday, March 3, 2009 — {BODY}", "2009-03-03"),
        (f"Free the Poet\n\nGENEVA (11 October 2012) – {BODY}", "2012-10-11"),
        (f"Free the Poet\n\nGENEVA / LIMA (11 October 2012) - {BODY}", "2012-10-11"),
        (f"Free the Poet\n\nLima, Peru – May 12, 2014 – {BODY}", "2014-05-12"),
        (f"Free the Poet\n\nLIMA, May 12, 2014. {BODY}", "2014-05-12"),
        (f"Free the Poet\n\n[12 May 2014] {BODY}", "2014-05-12"),
        (f"Free the Poet\n\n12 May 2014, Lima: {BODY}", "2014-05-12"),
        (f"Free the Poet\n\nMay 12, 2014 (LIMA) – {BODY}", "2014-05-12"),
        (f"Free the Poet\n\nWASHINGTON, D.C., May 12, 2014 — {BODY}", "2014-05-12"),
        (f"Free the Poet\n\nSt. Petersburg, 12 May 2014 – {BODY}", "2014-05-12"),
        (f"Free the Poet\n\nLIMA, Sept. 9, 2001 (Harbour News Agency) - {BODY}", "2001-09-09"),
        (f"For immediate release: 12 May 2014\n\nFree the Poet\n\n{BODY}", "2014-05-12"),
        (f"FOR IMMEDIATE RELEASE\nMay 12, 2014\n\nFree the Poet\n\n{BODY}", "2014-05-12"),
        (f"PRESS RELEASE - 12 May 2014\n\nFree the Poet\n\n{BODY}", "2014-05-12"),
        (f"Harbour Alliance | Press release | 12.05.2014\n\nFree the Poet\n\n{BODY}", "2014-05-12"),
        (f"Free the Poet\nGeneva, 4.5.2016\n\n{BODY}", "2016-05-04"),
        (f"Free the Poet\nLima, this 4th day of May 2016\n\n{BODY}", "2016-05-04"),
        (f"Free the Poet\nPublished on 12 May 2014\n\n{BODY}", "2014-05-12"),
        (f"Free the Poet\nPublished on May 12th, 2014 by Ana Ruiz\n\n{BODY}", "2014-05-12"),
        (f"Free the Poet\nPosted: Tuesday, March 3, 2015\n\n{BODY}", "2015-03-03"),
        (f"Free the Poet\nBy Ana Ruiz | March 3, 2015 | 10:30 am\n\n{BODY}", "2015-03-03"),
        (f"Free the Poet\nBy Ana Ruiz, Harbour Times, 3 March 2015 09:14 GMT\n\n{BODY}", "2015-03-03"),
        (f"PUBLIC AI Index: ASA 17/024/2009\nDate: 5 June 2009\n\nFree the Poet\n\n{BODY}", "2009-06-05"),
        (f"AI Index: ASA 17/024/2009 Date: 5 June 2009\n\nFree the Poet\n\n{BODY}", "2009-06-05"),
        (f"AI Index: ASA 17/12/2009 Date: 5 June 2009\n\nFree the Poet\n\n{BODY}", "2009-06-05"),
        (f"UA: 131/13 Index: ASA 17/024/2013 Peru Date: 5 June 2013\n\nFREE THE POET\n\n{BODY}", "2013-06-05"),
        (f"URGENT ACTION\nFREE THE POET\n\nDate: 5 June 2013\n\n{BODY}", "2013-06-05"),
        (f"5 June 2013\n\nMs Ana Ruiz\nMinister of Justice\n\nDear Minister,\n\n{BODY}", "2013-06-05"),
        (f"Harbour House\n4 River Street\n\n{' ' * 50}5 June 2013\n\nDear Minister,\n\n{BODY}", "2013-06-05"),
        (f"{' ' * 40}Lima, June 5, 2013\n\nMs Ana Ruiz\nMinister of Justice\n\nDear Minister,\n\n{BODY}", "2013-06-05"),
        (f"Free the Poet\nFirst published 12 May 2014\nLast updated 3 June 2014\n\n{BODY}", "2014-05-12"),
        (f"Free the Poet\nLast updated: 3 June 2014\nFirst published: 12 May 2014\n\n{BODY}", "2014-05-12"),
        (f"Free the Poet\nPublished 12 May 2014, updated 3 June 2014\n\n{BODY}", "2014-05-12"),
        (f"Free the Poet\nUpdated 3 June 2014, published 12 May 2014\n\n{BODY}", "2014-05-12"),
        (f"Free the Poet\nLast updated: 3 June 2014\n\n{BODY}", "2014-06-03"),
        (f"Harbour News\nMay 12, 2014 Monday\n\nFree the Poet\n\n{BODY}", "2014-05-12"),
        (f"Free the Poet\nMonday 12 May 2014 10.30 BST\n\n{BODY}", "2014-05-12"),
        (f"Free the Poet\n\nMay 12, 2014 by Ana Ruiz\n\n{BODY}", "2014-05-12"),
        (f"Free the Poet\n\nHarbour Times (Lima), 12 May 2014, p. 4\n\n{BODY}", "2014-05-12"),
        (f"Massacre of 4 June 1989\n\n12 May 2014\n\n{BODY}", "2014-05-12"),
        (f"Free the Poet\nMay 2014\n\n{BODY}", "2014-05"),
        (f"Free the Poet\nBriefing for the session of 2 June 2014\n12 May 2014\n\n{BODY}", "2014-05-12"),
        (
            f"Free the Poet\n12 May 2014\n\n{BODY}The verdict is due on 9 June 2014, a vigil on 1 July 2015.\n",
            "2014-05-12",
        ),
        (f"Free the Poet\n12 May 2014\n\n{BODY}\nComments\nAna\n2 June 2015\nWell said.\nBo\n3 July 2016\nFree her.\n", "2014-05-12"),
        (f"Free the Poet\n12 May 2014\n\n{BODY}\nLatest news\nTwo freed\n4 May 2019\nOne freed\n5 May 2020\n", "2014-05-12"),
    ],
)
def test_the_dateline_dates_a_document(text: str, date: str, source: Callable[..., Source]) -> None:
    """In many house styles, before what the text tells and what stands around it."""
    document = source(text).document
    assert (document.date, document.date_source) == (date, "dateline")


@pytest.mark.parametrize(
    "text",
    [
        f"Free the Poet\n\n{BODY}The verdict is due on 9 June 2014.\n",
        f"Free the Poet\n\nOn 9 June 2014, {BODY}",
        f"Free the Poet\n\nLima will host the talks of 9 June 2014 - {BODY}",
        f"Free the Poet\n\nWrite before 9 June 2014\n\n{BODY}",
        f"Free the Poet\n\nPlease send appeals by 9 June 2014\n\n{BODY}",
        f"Free the Poet\n\n{BODY}\nLatest news\nTwo freed\n4 May 2019\nOne freed\n4 May 2019\n",
        f"Free the Poet\n\n{BODY}\n2 comments\nAna\n2 June 2015\nWell said.\nBo\n3 July 2016\nFree her.\n",
        f"Free the Poet\n\n{BODY}\nComments\nAna Ruiz says:\n2 June 2015 at 10:14\nWell said.\n",
        f"Free the Poet\n\n{BODY}\nComments\nAna\n2 June 2015\nWell said.\n",
        f"Free the Poet\n\n{BODY}\nRetrieved on 4 May 2019\n",
        f"Free the Poet\nAccessed: 4 May 2019\n\n{BODY}",
        f"Free the Poet\nPrinted on 4 May 2019\n\n{BODY}",
        f"Free the Poet\nDownloaded from the archive on 4 May 2019\n\n{BODY}",
        f"Free the Poet\nMonday or Tuesday, 05/06/2014\n\n{BODY}",
        f"4 June 1989: A day to remember\n\n{BODY}",
        f"Free the Poet\n\n4 May 2012: {BODY}\n6 June 2012: {BODY}",
        f"Ana Ruiz\nArrested: 4 May 2012\nSentenced: 6 June 2012\n\n{BODY}",
        f"Ana Ruiz\nDetained since 4 May 2012\n\n{BODY}",
        f"Peru: poet sentenced on 12 May 2014\n\n{BODY}",
        f"Peru\nReporting period: 1 January 2014 – 31 December 2014\n\n{BODY}",
        f"Free the Poet\nDate of birth: 4 May 1979\n\n{BODY}",
        f"Free the Poet\nDate of arrest: 4 May 2012\n\n{BODY}",
    ],
)
def test_other_dates_do_not_date_a_document(text: str, source: Callable[..., Source]) -> None:
    """What is told, what is due, comments, other stories, and the day on which somebody saved or printed the page."""
    assert source(text).document.date is None


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("in/20140512_poet.html.txt", "2014-05-12"),
        ("in/2014-05-12-poet.txt", "2014-05-12"),
        ("in/2014_05_12 poet.txt", "2014-05-12"),
        ("in/2014.05.12.txt", "2014-05-12"),
        ("in/poet_12May2014.txt", "2014-05-12"),
        ("in/poet 12 May 2014.txt", "2014-05-12"),
        ("in/poet-may-12-2014.txt", "2014-05-12"),
        ("in/poet_25-12-2014.txt", "2014-12-25"),
        ("in/poet_12.05.2014.txt", "2014-05-12"),
        ("in/poet-May2014.txt", "2014-05"),
        ("in/2014-05 poet.txt", "2014-05"),
        ("in/poet_05-12-2014.txt", None),
        ("in/report 2014.txt", None),
        ("in/20149912.txt", None),
        ("in/4820140512.txt", None),
        ("in/ASA170242009ENGLISH.txt", None),
        ("in/1990-2014.txt", None),
        ("2014-05-12/poet.txt", None),
        ("in/march-2014-protest.txt", None),
    ],
)
def test_a_file_name_dates_a_text_that_does_not_date_itself(path: str, date: str | None, source: Callable[..., Source]) -> None:
    """In the ways that people name files; a number or a year alone is no date."""
    document = source(f"Free the Poet\n\n{BODY}", path=path).document
    assert (document.date, document.date_source) == (date, "filename" if date else None)


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://harbour.example/2014/05/12/free-the-poet", "2014-05-12"),
        ("https://harbour.example/news/2014/5/2/free.html", "2014-05-02"),
        ("https://harbour.example/2014/05/free-the-poet", "2014-05"),
        ("https://harbour.example/2014-05-12-free-the-poet", "2014-05-12"),
        ("https://harbour.example/news/20140512-free", "2014-05-12"),
        ("https://harbour.example/2014/may/12/free", "2014-05-12"),
        ("https://harbour.example/news/2014/free", None),
        ("https://harbour.example/asa17/024/2009/en", None),
        ("https://harbour.example/story?id=20140512", None),
        ("https://web.archive.org/web/20190304050607/https://harbour.example/free", None),
        ("https://web.archive.org/web/20190304050607/https://harbour.example/2014/05/12/free", "2014-05-12"),
        ("https://archive.ph/2019.03.04-050607/https://harbour.example/free", None),
        ("https://harbour.example/2014/13/12/free", None),
    ],
)
def test_an_address_dates_a_text_that_does_not_date_itself(url: str, date: str | None, vocabulary: ingest.Vocabulary) -> None:
    """The address that the page or the user gives; the day on which an archive took it is not its date."""
    member = ingest.Member(path="a.txt", data=f"Free the Poet\n\n{BODY}".encode())
    document = ingest.read(member, vocabulary, overrides=ingest.Overrides(url=url)).document
    assert (document.date, document.date_source) == (date, "filename" if date else None)


@pytest.mark.parametrize(
    ("text", "path", "date", "kind"),
    [
        (f"Free the Poet\n\n{BODY}\n© 2014 Harbour Fund", "a.txt", "2014", "text"),
        (f"Free the Poet\n\n{BODY}\nCopyright (c) 2010-2014 Harbour Fund. All rights reserved.", "a.txt", "2014", "text"),
        (f"Free the Poet\n\n{BODY}\n© 2019 Harbour Fund", "2014-05-12.txt", "2014-05-12", "filename"),
        (f"Free the Poet\n\n{BODY}\nPublished on 12 May 2014\n", "2019-01-01.txt", "2014-05-12", "text"),
        (f"---\ntitle: Free the Poet\ndate: 2014-05-12\n---\n\n{BODY}", "2019-01-01.md", "2014-05-12", "metadata"),
        (f"---\ntitle: Free the Poet\ndate: 12 May 2014\n---\n\n{BODY}", "a.md", "2014-05-12", "metadata"),
        (f"---\ntitle: Free the Poet\ndate: May 12, 2014\n---\n\n{BODY}", "a.md", "2014-05-12", "metadata"),
        (f'---\ntitle: Free the Poet\ndate: "2014-05-12 10:00:00 +0200"\n---\n\n{BODY}', "a.md", "2014-05-12", "metadata"),
        (f"---\ntitle: Free the Poet\npublished: 2014-05-12\nlastmod: 2019-01-01\n---\n\n{BODY}", "a.md", "2014-05-12", "metadata"),
        (f"---\ntitle: Free the Poet\ndate: 2014-05-12\n---\n\n(Lima, 11 May 2014) – {BODY}", "a.md", "2014-05-11", "dateline"),
        (f"Free the Poet\n\n{BODY}\nUA: 120/14 Index: AMR 46/012/2014 Issue Date: 12 May 2014\n", "a.txt", "2014-05-12", "text"),
        (f"Free the Poet\n\n{BODY}\nUpdated: 9 June 2014\nPosted: 12 May 2014\n", "a.txt", "2014-05-12", "text"),
        (f"Free the Poet\n\n{BODY}\nLima, 12 May 2014\n", "a.txt", "2014-05-12", "text"),
        (f"Free the Poet\n\n{BODY}\nDone at Lima on 12 May 2014\n", "a.txt", "2014-05-12", "text"),
    ],
)
def test_the_order_of_trust(text: str, path: str, date: str, kind: str, source: Callable[..., Source]) -> None:
    """Dateline, metadata, labelled line, file name, copyright."""
    document = source(text, path=path).document
    assert (document.date, document.date_source) == (date, kind)


@pytest.mark.parametrize(
    ("text", "path", "date", "kind"),
    [
        (f"Free the Poet\n\nLIMA, May 12 (Harbour News) – {BODY}", "20140513.txt", "2014-05-12", "dateline"),
        (f"Free the Poet\n\nMay 12 (Harbour News) – {BODY}", "20140513.txt", "2014-05-12", "dateline"),
        (f"Free the Poet\n\nLIMA, 30 December – {BODY}", "2014-01-02.txt", "2013-12-30", "dateline"),
        (f"Free the Poet\n\n(Lima, Monday, 12 May) – {BODY}", "harbour 2014-05.txt", "2014-05-12", "dateline"),
        (f"Free the Poet\n\nLIMA, May 12 – {BODY}", "news-2014.txt", "2014-05-12", "dateline"),
        (f"Free the Poet\n\nLIMA, May 12 – {BODY}\n© 2014 Harbour Fund", "a.txt", "2014-05-12", "dateline"),
        (f"Free the Poet\n\nLIMA, May 12 – {BODY}", "2014-09-20.txt", "2014-09-20", "filename"),
        (f"Free the Poet\n\nLIMA, May 12 – {BODY}", "a.txt", None, None),
        (f"Free the Poet\n\nLIMA, June 31 – {BODY}", "news-2014.txt", None, None),
        (f"---\ndate: 2014-05-13\n---\n\nLIMA, May 12 – {BODY}", "a.md", "2014-05-12", "dateline"),
    ],
)
def test_a_dateline_without_a_year_takes_one_that_agrees(
    text: str, path: str, date: str | None, kind: str | None, source: Callable[..., Source]
) -> None:
    """From metadata, address, file name or copyright, where these tell of about the same day or of no day."""
    document = source(text, path=path).document
    assert (document.date, document.date_source) == (date, kind)


@pytest.mark.parametrize(
    ("text", "path", "warnings"),
    [
        (f"(Lima, 12 May 2014) – {BODY}", "2014-09-20.txt", ["dated 2014-05-12 by the dateline, but 2014-09-20 by the file name"]),
        (
            f"---\ndate: 2014-09-20\n---\n\n(Lima, 12 May 2014) – {BODY}",
            "a.md",
            ["dated 2014-05-12 by the dateline, but 2014-09-20 by the metadata"],
        ),
        (f"---\ndate: 2014-05-12\n---\n\n{BODY}", "2014-07.md", ["dated 2014-05-12 by the metadata, but 2014-07 by the file name"]),
        (f"---\ndate: 2014\n---\n\n{BODY}", "2014-07.md", []),
        (f"(Lima, 12 May 2014) – {BODY}", "2014-05-14.txt", []),
        (f"(Lima, 30 May 2014) – {BODY}", "2014-06.txt", []),
        (f"(Lima, 12 May 2014) – {BODY}\n© 2019 Harbour Fund", "a.txt", []),
    ],
)
def test_sources_that_disagree_are_named(text: str, path: str, warnings: list[str], source: Callable[..., Source]) -> None:
    """Where they differ by more than a few days; a copyright is often renewed."""
    assert source(text, path=path).document.warnings == warnings


@pytest.mark.parametrize(
    ("text", "warnings"),
    [
        (f"Free the Poet\n\n(Lima, Tuesday 4 March 2009) – {BODY}", ['"Tuesday 4 March 2009": that day was a Wednesday']),
        (f"Free the Poet\nPosted: Monday, March 3, 2015\n\n{BODY}", ['"Monday, March 3, 2015": that day was a Tuesday']),
        (f"Free the Poet\n3 March 2015 (Mon)\n\n{BODY}", ['"3 March 2015 (Mon)": that day was a Tuesday']),
        (f"Free the Poet\nPosted: Tuesday, March 3, 2015\n\n{BODY}", []),
        (f"Free the Poet\nTue. 3 March 2015\n\n{BODY}", []),
    ],
)
def test_a_weekday_that_is_not_the_dates(text: str, warnings: list[str], source: Callable[..., Source]) -> None:
    """It is told, and the date stands."""
    assert source(text).document.warnings == warnings


@pytest.fixture(scope="session")
def html(vocabulary: ingest.Vocabulary) -> Callable[..., str | None]:
    """html(head="", body="", before="", after="") -> the date of a page with an article, in words that do not date it."""

    def run(head: str = "", body: str = "", before: str = "", after: str = "") -> str | None:
        article = f"<article><h1>Free the Poet</h1>{body}<p>{BODY}</p><p>{MORE}</p></article>"
        page = f"<html><head>{head}</head><body>{before}{article}{after}</body></html>"
        return ingest.read(ingest.Member(path="a.html", data=page.encode()), vocabulary).document.date

    return run


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ('<meta property="article:published_time" content="2014-05-12T08:00:00+02:00">', "2014-05-12"),
        (
            '<meta name="article:modified_time" content="2019-01-02"><meta name="article:published_time" content="2014-05-12">',
            "2014-05-12",
        ),
        ('<meta property="article:modified_time" content="2019-01-02T08:00:00Z">', None),
        ('<meta property="og:updated_time" content="2019-01-02T08:00:00Z">', None),
        ('<meta http-equiv="last-modified" content="Wed, 02 Jan 2019 08:00:00 GMT">', None),
        ('<meta name="DC.date.issued" content="2014-05-12">', "2014-05-12"),
        ('<meta name="dcterms.modified" content="2019-01-02"><meta name="dcterms.created" content="2014-05-12">', "2014-05-12"),
        ('<meta name="date" content="12 May 2014">', "2014-05-12"),
        ('<meta name="pubdate" content="Mon, 12 May 2014 08:00:00 GMT">', "2014-05-12"),
        ('<meta name="publish-date" content="May 12, 2014">', "2014-05-12"),
        ('<meta name="citation_publication_date" content="2014/05/12">', "2014-05-12"),
        ('<meta name="citation_date" content="2014">', "2014"),
        ('<meta name="date" content="20140512">', "2014-05-12"),
        ('<meta name="date" content="05/06/2014">', None),
        ('<meta name="date" content="1978-03-02">', "1978-03-02"),
        ('<meta name="date" content="today">', None),
        ('<meta name="date" content="1970-01-01T00:00:00Z">', None),
        ('<link rel="canonical" href="https://harbour.example/2019/01/02/x"><meta name="date" content="2014-05-12">', "2014-05-12"),
    ],
)
def test_a_page_states_its_date_in_its_head(head: str, date: str | None, html: Callable[..., str | None]) -> None:
    """The day of publication, not that of a change, in the spellings of many sites."""
    assert html(head) == date


@pytest.mark.parametrize(
    ("json", "date"),
    [
        ('{"@type":"NewsArticle","dateModified":"2019-01-02","datePublished":"2014-05-12T08:00:00Z"}', "2014-05-12"),
        ('{"@type":"NewsArticle","dateModified":"2019-01-02"}', None),
        ('{"@graph":[{"@type":"WebSite"},{"@type":"WebPage","datePublished":"2014-05-12"}]}', "2014-05-12"),
        ('[{"@type":"WebPage","datePublished":"2019-01-02"},{"@type":"Article","datePublished":"2014-05-12"}]', "2014-05-12"),
        ('[{"@type":["Article","Report"],"datePublished":"May 12, 2014"}]', "2014-05-12"),
        ('{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","datePublished":"2019-01-02"}]}', None),
        (
            '{"@type":"BlogPosting","comment":[{"@type":"Comment","datePublished":"2013-01-02"}],"datePublished":"2014-05-12"}',
            "2014-05-12",
        ),
        ('{"@type":"NewsArticle","datePublished":"2014-05-12"', None),
        ('{"@type":"Article","datePublished":["2014-05-12"]}', None),
        ("[[[[null]]]]", None),
    ],
)
def test_a_page_states_its_date_in_json(json: str, date: str | None, html: Callable[..., str | None]) -> None:
    """The article's, not that of its comments, of listed stories or of a change."""
    assert html(f'<script type="application/ld+json">{json}</script>') == date


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        ({"body": '<time datetime="2014-05-12T08:00">12 May</time>'}, "2014-05-12"),
        (
            {"body": '<time datetime="2014-05-12">x</time> <time class="updated" datetime="2019-01-02">y</time>'},
            "2014-05-12",
        ),
        (
            {"body": '<time class="updated" datetime="2019-01-02">x</time><time class="published" datetime="2014-05-12">y</time>'},
            "2014-05-12",
        ),
        ({"body": '<span itemprop="datePublished" content="2014-05-12">12 May</span>'}, "2014-05-12"),
        ({"body": '<abbr class="published" title="2014-05-12T08:00">12 May</abbr>'}, "2014-05-12"),
        ({"body": "<div class=entry-meta>Updated June 3, 2014, posted May 12, 2014 by Ana</div>"}, "2014-05-12"),
        ({"body": "<time>May 12, 2014</time>"}, "2014-05-12"),
        ({"before": '<nav><time datetime="2019-01-02">now</time></nav>'}, None),
        (
            {
                "before": '<div class="top"><time datetime="2019-01-02">Now</time></div>',
                "body": '<time datetime="2014-05-12">x</time>',
            },
            "2014-05-12",
        ),
        ({"after": '<aside><ul><li>Two freed <time datetime="2019-01-02">2 Jan</time></li></ul></aside>'}, None),
        ({"after": '<div class="related-posts"><h3>Two freed</h3><time datetime="2019-01-02">2 Jan</time></div>'}, None),
        ({"after": '<ol class="comment-list"><li><time datetime="2019-01-02">2 Jan</time> Well said</li></ol>'}, None),
        ({"after": '<div class="latest"><article><h3>Two freed</h3><time datetime="2019-01-02">2 Jan</time></article></div>'}, None),
        ({"body": '<div><h3>Two freed</h3><time datetime="2019-01-02">2 Jan</time></div>'}, None),
        ({"after": "<p>Last crawled 2019-01-02</p>"}, None),
        ({"after": "<script>var built = '2019-01-02T08:00:00Z'</script><img src='/2019/01/02/x.jpg'>"}, None),
        (
            {
                "body": "<p>The talks of <time datetime='2019-01-02'>2 January 2019</time> will not be held, "
                "the group said, as long as the poet is in prison.</p>"
            },
            None,
        ),
    ],
)
def test_a_page_marks_its_date(parts: dict[str, str], date: str | None, html: Callable[..., str | None]) -> None:
    """In the head of its article; not in lists of other stories, comments, or running text."""
    assert html(**parts) == date


@pytest.mark.parametrize(
    ("body", "date"),
    [
        (f"<h1>Free the Poet</h1><div class=date>12 May 2014</div><p>{BODY}</p><p>{MORE}</p>", "2014-05-12"),
        (f"<div class=date>Friday, 3 June 2022</div><h1>Free the Poet</h1><p>{BODY}</p><p>{MORE}</p>", None),
        (
            f"<h1>News</h1><div><h2>Poet held</h2><b class=date>12 May 2014</b><p>{BODY}</p></div>"
            f"<div><h2>Poet freed</h2><b class=date>13 June 2014</b><p>{MORE}</p></div>",
            None,
        ),
    ],
)
def test_a_page_without_an_article_marks_its_date(body: str, date: str | None, vocabulary: ingest.Vocabulary) -> None:
    """Below its heading, and only where it marks one: above may stand the day of the visit."""
    member = ingest.Member(path="a.html", data=f"<html><body>{body}</body></html>".encode())
    assert ingest.read(member, vocabulary).document.date == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"HARBOUR LETTER\nNewsletter No. 12, Winter 2019/20\n\n{BODY}{MORE}", "2019-24"),
        (f"Prison Watch Quarterly\nAutumn 2020\n\n{BODY}{MORE}", "2020-23"),
        (f"Harbour Bulletin | Vol. 3, No. 2 | Spring/Summer 2011\n\n{BODY}{MORE}", "2011-21"),
        (f"The Protests of Summer 2019\n\n{BODY}{MORE}", None),
    ],
)
def test_a_newsletter_bears_the_season_of_its_issue(text: str, date: str | None, source: Callable[..., Source]) -> None:
    """Beside words of an issue, or alone on its line; in a title a season tells of something else."""
    assert source(text).document.date == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            f"We Fast\n\nPosted on 3 February 2021 by admin. We carry the text below as it reached us from the prison.\n\n{BODY}",
            "2021-02-03",
        ),
        (f"We Fast\n\nPosted on February 3, 2021 at 8:14 pm. The text stands below as it reached us.\n\n{BODY}", "2021-02-03"),
        (
            f"We Fast\n\nPosted on 3 February 2021 by admin. This is the text that reached us here.\n\nLima, 1 February 2021\n\n{BODY}",
            "2021-02-01",
        ),
        (f"We Fast\n\n{BODY}\nLima, 1 February 2021\n\nAda Brook\nJane Roe\nBo Lund\nIda Lund\nKim Roe\n", "2021-02-01"),
        (f"We Fast\n\n{BODY}\nLima – 1 February 2021\n\nThe Committee\n", "2021-02-01"),
        (f"We Fast\n\n{BODY}\nWritten in Lima Prison on 1 February 2021\n\nAda Brook\n", "2021-02-01"),
        (f"We Fast\n\n{BODY}\nSigned this 12th day of May 2014 in Lima", "2014-05-12"),
        (f"We Fast\n\n{BODY}{MORE}\nLima, August 2019", "2019-08"),
        (f"We Fast\n\n{BODY}{MORE}\nReleased on 4 May 2012, the four men went home.", None),
    ],
)
def test_a_line_for_the_reader_or_beside_the_signatures_dates_a_statement(
    text: str, date: str | None, source: Callable[..., Source]
) -> None:
    """When it was posted, and better, where and when it was written."""
    assert source(text).document.date == date


def test_the_day_of_the_last_change_dates_a_log(source: Callable[..., Source]) -> None:
    """The days above its entries are not its own."""
    head = "Case file 12: Ada Brook\nLast updated: 14 February 2024\nBorn: Lima, 1987\n"
    text = f"{head}\n9 February 2024\nShe is free.\n\n3 January 2024\n{MORE}\n4 May 2022\n{BODY}"
    assert source(text).document.date == "2024-02-14"
