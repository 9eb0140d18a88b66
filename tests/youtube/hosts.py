"""Everything a visit may ask, of every host: each video's data, picture, captions, oEmbed; and archive.org."""

import json
from collections.abc import Iterable

from tests.youtube import answers as yt
from tests.youtube.answers import Tree
from tests.youtube.replay import Answerer, Key, Log, Reply

PICTURE: Reply = (200, yt.JPEG, yt.image(320, 180))
WORDS = ("Buenas tardes a todas y a todos", "gracias por acompañarnos")


def subject(key: Key) -> str:
    """Return the video that a request is about, "" when it is about none."""
    for name in ("v", "videoId", "vid"):
        if name in key:
            return key[name]
    address = key.get("url", "") or key["path"]
    if "watch?v=" in address:
        return address.rpartition("watch?v=")[2][:11]
    if key.get("host") == "i.ytimg.com":
        return key["path"].split("/")[2]
    return key["path"].rpartition("youtube-")[2] if "/metadata/" in key["path"] else ""


def kind(key: Key) -> str:
    """Tell what a request asks for: "watch", "player", "oembed", "timedtext", "picture", "archive", "feed"…"""
    if key.get("host") == "i.ytimg.com":
        return "picture"
    if key.get("host", "").endswith("archive.org"):
        return "archive"
    return "feed" if key["path"].startswith("/feeds/") else key["path"].rpartition("/")[2]


def asked(log: Log) -> list[tuple[str, str]]:
    """Return what was asked for, and about which video."""
    return [(kind(key), subject(key)) for key, _ in log]


def captions(*lines: str) -> Reply:
    """Build a track of captions, a line every two seconds."""
    events = [
        {"tStartMs": 2000 * place, "dDurationMs": 2000, "segs": [{"utf8": line}]} for place, line in enumerate(lines)
    ]
    return 200, yt.JSON, json.dumps({"events": events}).encode()


def every(v: Tree, **replies: Reply | Answerer) -> Answerer:
    """Answer well for one video whatever is asked; `replies` replace the answer of a kind of request."""
    data = yt.well(v)

    def answer(key: Key) -> Reply | None:
        instead = replies.get(kind(key))
        if instead is not None:
            return instead(key) if callable(instead) else instead
        match kind(key):
            case "picture":
                return PICTURE
            case "timedtext":
                return captions(*WORDS)
            case "oembed":
                return yt.oembed(v)
            case "archive":
                return yt.places(yt.archived(v["id"]))(key)
            case _:
                return data(key)

    return answer


def many(answerers: dict[str, Answerer], otherwise: Answerer = lambda key: None) -> Answerer:
    """Answer for several videos, each its own way."""
    return lambda key: answerers.get(subject(key), otherwise)(key)


def good(ids: Iterable[str], **features: object) -> Answerer:
    """Answer well for several videos with these features."""
    return many({video_id: every(yt.video(video_id, **features)) for video_id in ids})


GONE: Reply = (404, yt.HTML, b"Not Found")
REFUSED: Reply = (429, yt.HTML, b"x")


def removed(video_id: str, **replies: Reply | Answerer) -> Answerer:
    """Say that a video was removed, by every door."""
    said = yt.server(yt.player(None, "ERROR", "Video unavailable", "This video has been removed by the uploader"))
    doors: dict[str, Reply | Answerer] = {"watch": said, "player": said, "oembed": GONE, "picture": GONE}
    return every(yt.video(video_id), **(doors | replies))
