"""Whether a dated event came about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hrcli.records import DocumentAnalysis

Analyze = Callable[..., DocumentAnalysis]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoy was to visit the camp in April 2019.", "planned"),
        ("The clerk said that the judge would rule on 3 May 2019.", "planned"),
        ("The farmer had been due to stand trial on 3 May 2019.", "planned"),
        ("The council agreed to publish the list by 3 May 2019.", "planned"),
        ("The farmer was set free on 3 May 2019.", "past"),
        ("The tax was proposed in 2014.", "past"),
        ("The ministry failed to publish the list by 3 May 2019.", "negated"),
        ("The ministry has yet to answer the letter of the farmers that it received in 2014.", "past"),
        ("Parliament had yet to pass the budget in 2014.", "negated"),
        ("Nobody was fined in 2014.", "negated"),
        ("None of the guards was fined in 2014.", "negated"),
        ("No session was held in 2014.", "negated"),
        ("The clerk denied that the farmer had been kicked on 3 May 2019.", "negated"),
        ("The clerk denied having met the farmer in 2014.", "negated"),
        ("The farmer was not allowed to speak on 3 May 2019.", "negated"),
        ("The farmer did not see a doctor until March 2019.", "past"),
        ("The parade planned for 3 May 2019 was cancelled.", "negated"),
        ("Had the farmer been released on 3 May 2019, he would have lived.", "hypothetical"),
        ("The ban would be lifted in May 2020 if the council agreed.", "hypothetical"),
        ("The league urged the mayor to free the farmers before 3 July 2019.", "demanded"),
        ("The league called for the release of the farmers by 3 July 2019.", "demanded"),
        ("The league insisted that the farmer had been beaten on 3 May 2019.", "past"),
        ("The murder of the farmer in October 2018 must be investigated.", "past"),
        ("The verdict was to have been announced on 3 May 2019.", "planned"),
        ("The rally on 3 May 2019 was called off.", "negated"),
        ("Not a single guard was fined in 2014.", "negated"),
        ("Since 2014 the state has failed to protect farmers.", "negated"),
        ("The mayor should have known it in 2014.", "hypothetical"),
        ("Two guards beat the farmer on 3 May 2019 and must be tried.", "past"),
        ("Please write to the mayor before 3 July 2019.", "demanded"),
    ],
)
def test_modality(analyze: Analyze, text: str, expected: str) -> None:
    """Auxiliaries, negations, conditions, and the verbs that a clause hangs on decide whether its event came about."""
    assert [entry.modality for entry in analyze(text, date="2019-06-01").timeline] == [expected]
