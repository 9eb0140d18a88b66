"""What a conference takes from its series.

In: a conference and its series. Out: the conference with the series' defaults where it says nothing itself.
Never: overrides what the conference's own record says.
"""

from acervo.records.models.conference import Conference
from acervo.records.models.series import Series


def inherit(conference: Conference, series: Series | None) -> Conference:
    """Return the conference with its series' institution, modality, audience, language and licence filled in."""
    if series is None:
        return conference
    defaults = series.defaults
    recording = conference.recording
    if missing := {
        name: value
        for name, value in (
            ("language", defaults.language),
            ("license", defaults.license),
            ("captions_permission", defaults.captions_permission),
        )
        if value and name not in recording.model_fields_set
    }:
        recording = recording.model_copy(update=missing)
    changes: dict[str, object] = {
        name: value
        for name, value in (
            ("institution", defaults.institution),
            ("modality", defaults.modality),
            ("audience", defaults.audience),
        )
        if value and name not in conference.model_fields_set
    }
    return conference.model_copy(update={**changes, "recording": recording})
