"""Synthetic answers of YouTube: the least that the real extractor accepts. Every video here is fictional."""

import json
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from PIL import Image

from tests.youtube.replay import Answerer, Key, Reply

HTML = {"content-type": "text/html; charset=utf-8"}
JSON = {"content-type": "application/json; charset=UTF-8"}
XML = {"content-type": "text/xml; charset=UTF-8"}
JPEG = {"content-type": "image/jpeg"}
CHANNEL_ID = "UCficticio_ficticio_ficQ"
Tree = dict[str, Any]


def video(video_id: str = "ficticio_0A", **changes: Any) -> Tree:
    """Describe a fictional video; `changes` replace any of its features."""
    return {
        "id": video_id,
        "title": "Conferencia ficticia sobre cuidados",
        "duration": 3600,
        "channel": "Canal Ficticio",
        "channel_id": CHANNEL_ID,
        "handle": "@canalficticio",
        "description": "Primera línea\r\nSegunda línea",
        "views": 1234,
        "likes": 56,
        "tags": ["cuidados", "igualdad"],
        "uploaded": "2024-05-11T18:30:00-07:00",
        "license": "Creative Commons Attribution license (reuse allowed)",
        "chapters": [(0, "Bienvenida"), (600, "Ponencia"), (3000, "Preguntas")],
        "captions": [("es", "asr", "Spanish (auto-generated)"), ("es-419", "", "Spanish (Latin America)")],
        "details": {},
        "microformat": {},
    } | changes


def player(v: Tree | None, status: str = "OK", reason: str = "", subreason: str = "") -> Tree:
    """Build the answer of the player."""
    playability: Tree = {"status": status}
    if reason:
        playability["reason"] = reason
    if subreason:
        playability["errorScreen"] = {"playerErrorMessageRenderer": {"subreason": {"simpleText": subreason}}}
    if v is None:
        return {"playabilityStatus": playability}
    answer: Tree = {"playabilityStatus": playability}
    answer["videoDetails"] = {
        "videoId": v["id"],
        "title": v["title"],
        "lengthSeconds": str(v["duration"]),
        "channelId": v["channel_id"],
        "author": v["channel"],
        "shortDescription": v["description"],
        "viewCount": str(v["views"]),
        "keywords": v["tags"],
        "isPrivate": False,
        "isLiveContent": False,
    } | v["details"]
    answer["microformat"] = {
        "playerMicroformatRenderer": {
            "uploadDate": v["uploaded"],
            "publishDate": v["uploaded"],
            "category": "Education",
            "ownerProfileUrl": "http://www.youtube.com/" + v["handle"],
            "externalChannelId": v["channel_id"],
            "isFamilySafe": True,
            "isUnlisted": False,
        }
        | v["microformat"]
    }
    if v["captions"]:
        answer["captions"] = {
            "playerCaptionsTracklistRenderer": {
                "captionTracks": [_track(v["id"], *caption) for caption in v["captions"]],
                "translationLanguages": [
                    {"languageCode": code, "languageName": {"simpleText": name}}
                    for code, name in (("en", "English"), ("es", "Spanish"), ("fr", "French"))
                ],
            }
        }
    return answer


def _track(video_id: str, lang: str, kind: str, name: str) -> Tree:
    url = f"https://www.youtube.com/api/timedtext?v={video_id}&lang={lang}"
    track = {
        "baseUrl": url,
        "vssId": "." + lang,
        "languageCode": lang,
        "name": {"simpleText": name},
        "isTranslatable": True,
    }
    if kind == "asr":
        track |= {"baseUrl": url + "&kind=asr", "vssId": "a." + lang, "kind": "asr"}
    return track


def watch_next(v: Tree) -> Tree:
    """Build what stands around the player: licence, likes, chapters."""
    rows = [
        {
            "metadataRowRenderer": {
                "title": {"simpleText": "License"},
                "contents": [{"simpleText": v["license"]}],
            }
        }
    ]
    like: Tree = {"accessibilityText": f"like this video along with {v['likes']:,} other people"}
    for key in (
        "buttonViewModel",
        "defaultButtonViewModel",
        "toggleButtonViewModel",
        "toggleButtonViewModel",
        "likeButtonViewModel",
        "likeButtonViewModel",
        "segmentedLikeDislikeButtonViewModel",
    ):
        like = {key: like}
    primary = {
        "title": {"runs": [{"text": v["title"]}]},
        "videoActions": {"menuRenderer": {"topLevelButtons": [like]}},
    }
    secondary = {
        "owner": {
            "videoOwnerRenderer": {
                "title": {"runs": [{"text": v["channel"]}]},
                "subscriberCountText": {"simpleText": "1.2K subscribers"},
            }
        },
        "metadataRowContainer": {"metadataRowContainerRenderer": {"rows": rows}},
    }
    marks = [
        {
            "macroMarkersListItemRenderer": {
                "title": {"simpleText": title},
                "timeDescription": {"simpleText": f"{start // 60}:{start % 60:02}"},
            }
        }
        for start, title in v["chapters"]
    ]
    contents = [{"videoPrimaryInfoRenderer": primary}, {"videoSecondaryInfoRenderer": secondary}]
    panel = {"content": {"macroMarkersListRenderer": {"contents": marks}}}
    overlay = {"playerOverlayVideoDetailsRenderer": {"title": {"simpleText": v["title"]}}}
    return {
        "contents": {"twoColumnWatchNextResults": {"results": {"results": {"contents": contents}}}},
        "engagementPanels": [{"engagementPanelSectionListRenderer": panel}],
        "playerOverlays": {"playerOverlayRenderer": {"videoDetails": overlay}},
    }


EMPTY_NEXT: Tree = {"contents": {"twoColumnWatchNextResults": {}}}


def watch_page(player_answer: Tree, next_answer: Tree = EMPTY_NEXT) -> bytes:
    """Build the HTML of the watch page."""
    player_text, next_text = (json.dumps(part).replace("</", "<\\/") for part in (player_answer, next_answer))
    return (
        "<html><head><title>x</title></head><body><script>ytcfg.set({});</script>"
        f"<script>var ytInitialPlayerResponse = {player_text};</script>"
        f"<script>var ytInitialData = {next_text};</script></body></html>"
    ).encode()


def server(
    player_answer: Tree, next_answer: Tree = EMPTY_NEXT, page: Reply | None = None, api: Reply | None = None
) -> Answerer:
    """Answer for one video. `page` and `api` replace the answer of the watch page and of the player."""
    # The answer to an app has no microformat: whoever loses the page loses dates and categories.
    app = {key: part for key, part in player_answer.items() if key != "microformat"}

    def answer(key: Key) -> Reply | None:
        if key["path"] == "/watch":
            return page or (200, HTML, watch_page(player_answer, next_answer))
        if key["path"].endswith("/player"):
            return api or (200, JSON, json.dumps(app).encode())
        if key["path"].endswith("/next"):
            return 200, JSON, json.dumps(next_answer).encode()
        return None

    return answer


def well(v: Tree) -> Answerer:
    """Answer well for one video."""
    return server(player(v), watch_next(v))


def bot_check() -> Answerer:
    """Refuse to answer a robot."""
    return server(player(None, "LOGIN_REQUIRED", "Sign in to confirm you’re not a bot"))


def private() -> Answerer:
    """Say that the video is private."""
    reason = "This video is private. If the owner of this video has granted you access, please sign in."
    return server(player(None, "LOGIN_REQUIRED", reason))


def many(answerers: dict[str, Answerer]) -> Answerer:
    """Answer for several videos, each its own way."""

    def answer(key: Key) -> Reply | None:
        video_id = key.get("v") or key.get("videoId") or ""
        return answerers[video_id](key) if video_id in answerers else None

    return answer


def everywhere(reply: Reply) -> Answerer:
    """Give the same answer to everything."""
    return lambda key: reply


def listed(videos: list[tuple[str, str]], token: str = "") -> list[Tree]:
    """Build the items of a list of (id, title), with the token of the next page if there is one."""
    items: list[Tree] = [
        {
            "richItemRenderer": {
                "content": {
                    "lockupViewModel": {
                        "contentId": video_id,
                        "contentType": "LOCKUP_CONTENT_TYPE_VIDEO",
                        "contentImage": {
                            "thumbnailViewModel": {
                                "image": {"sources": [{"url": f"https://i.ytimg.com/vi/{video_id}/hqdefault.jpg"}]}
                            }
                        },
                        "metadata": {"lockupMetadataViewModel": {"title": {"content": title}}},
                    }
                }
            }
        }
        for video_id, title in videos
    ]
    if token:
        endpoint = {"continuationCommand": {"token": token}}
        items.append({"continuationItemRenderer": {"continuationEndpoint": endpoint}})
    return items


def tab(title: str, items: list[Tree]) -> Tree:
    """Build the page of a channel with one of its tabs chosen ("Videos" or "Live")."""
    slug = {"Videos": "videos", "Live": "streams"}[title]
    chosen = {
        "title": title,
        "selected": True,
        "endpoint": {"commandMetadata": {"webCommandMetadata": {"url": f"/channel/{CHANNEL_ID}/{slug}"}}},
        "content": {"richGridRenderer": {"contents": items}},
    }
    return {
        "metadata": {
            "channelMetadataRenderer": {
                "title": "Canal Ficticio",
                "externalId": CHANNEL_ID,
                "description": "",
            }
        },
        "contents": {"twoColumnBrowseResultsRenderer": {"tabs": [{"tabRenderer": chosen}]}},
    }


def channel(tabs: dict[str, Tree], following: dict[str, Reply]) -> Answerer:
    """Answer for a channel. tabs: by the last step of the address. following: by continuation token."""
    asked: list[str] = []

    def answer(key: Key) -> Reply | None:
        if key["path"].endswith("/resolve_url"):
            asked.append(key["url"].rsplit("/", 1)[-1])
            endpoint = {"browseEndpoint": {"browseId": CHANNEL_ID, "params": asked[-1]}}
            return 200, JSON, json.dumps({"endpoint": endpoint}).encode()
        if key["path"].endswith("/browse") and "continuation" in key:
            return following.get(key["continuation"])
        if key["path"].endswith("/browse"):
            return 200, JSON, json.dumps(tabs[asked[-1]]).encode()
        return None

    return answer


def more(items: list[Tree]) -> Reply:
    """Build the next page of a list."""
    action = {"appendContinuationItemsAction": {"continuationItems": items}}
    return 200, JSON, json.dumps({"onResponseReceivedActions": [action]}).encode()


def places(replies: dict[str, Reply], otherwise: Answerer = lambda key: None) -> Answerer:
    """Answer by place: the path on www.youtube.com ("/oembed"), or host and path ("i.ytimg.com/vi/…")."""

    def answer(key: Key) -> Reply | None:
        return replies.get(key.get("host", "") + key["path"]) or otherwise(key)

    return answer


def as_json(tree: Any, status: int = 200) -> Reply:
    """Answer with JSON."""
    return status, JSON, json.dumps(tree).encode()


def oembed(v: Tree, **changes: Any) -> Reply:
    """Build what oEmbed tells of a video."""
    told = {
        "title": v["title"],
        "author_name": v["channel"],
        "author_url": f"https://www.youtube.com/{v['handle']}",
        "type": "video",
        "height": 113,
        "width": 200,
        "version": "1.0",
        "provider_name": "YouTube",
        "provider_url": "https://www.youtube.com/",
        "thumbnail_height": 360,
        "thumbnail_width": 480,
        "thumbnail_url": f"https://i.ytimg.com/vi/{v['id']}/hqdefault.jpg",
        "html": f'<iframe src="https://www.youtube.com/embed/{v["id"]}?feature=oembed"></iframe>',
    }
    return as_json(told | changes)


def feed(videos: list[Tree], channel_id: str = CHANNEL_ID) -> Reply:
    """Build the Atom feed of a channel: it tells its own id without "UC", and those of its entries whole."""
    entries = "".join(_entry(v) for v in videos)
    text = (
        '<?xml version="1.0" encoding="UTF-8"?><feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" '
        'xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom">'
        f"<id>yt:channel:{channel_id[2:]}</id><yt:channelId>{channel_id[2:]}</yt:channelId>"
        f"<title>Canal Ficticio</title><published>2020-01-02T03:04:05+00:00</published>{entries}</feed>"
    )
    return 200, XML, text.encode()


def _entry(v: Tree) -> str:
    page = "shorts/" if v["duration"] < 60 else "watch?v="
    published = datetime.fromisoformat(v["uploaded"]).astimezone(UTC).isoformat()
    return (
        f"<entry><id>yt:video:{escape(v['id'])}</id><yt:videoId>{escape(v['id'])}</yt:videoId>"
        f"<yt:channelId>{v['channel_id']}</yt:channelId><title>{escape(v['title'])}</title>"
        f'<link rel="alternate" href="https://www.youtube.com/{page}{escape(v["id"])}"/>'
        f"<author><name>{escape(v['channel'])}</name>"
        f"<uri>https://www.youtube.com/channel/{v['channel_id']}</uri></author>"
        f"<published>{published}</published><updated>2026-11-01T00:00:00+00:00</updated>"
        f"<media:group><media:title>{escape(v['title'])}</media:title>"
        f"<media:description>{escape(v['description'])}</media:description>"
        f'<media:community><media:statistics views="{v["views"]}"/></media:community></media:group></entry>'
    )


def archived(
    video_id: str, *, recording: bool = False, captures: tuple[tuple[str, str], ...] = (), item: bool = False
) -> dict[str, Reply]:
    """Build what archive.org tells of a video, for `places`. captures: (moment, address) of its page."""
    media = {"url": "https://r1.example/videoplayback", "timestamp": "20200102030405", "mimetype": "video/mp4"}
    about = {"identifier": f"youtube-{video_id}", "mediatype": "movies"}
    rows = [["timestamp", "original"], *map(list, captures)] if captures else []
    return {
        "web.archive.org/__wb/videoinfo": as_json({"formats": [media]} if recording else {"status_code": -1}),
        "web.archive.org/cdx/search/cdx": as_json(rows),
        f"archive.org/metadata/youtube-{video_id}": as_json({"created": 1, "metadata": about} if item else {}),
    }


def image(width: int = 1280, height: int = 720, kind: str = "JPEG", bars: int = 0) -> bytes:
    """Draw a fictional picture: a play of colours, with `bars` black rows over and under it."""
    picture = Image.new("RGB", (width, height))
    picture.paste(_colours().resize((width, height - 2 * bars)), (0, bars))
    return encoded(picture, kind)


def encoded(picture: Image.Image, kind: str = "JPEG", **how: Any) -> bytes:
    """Write a picture as a file of some kind."""
    stream = BytesIO()
    picture.save(stream, kind, **how)
    return stream.getvalue()


@cache
def _colours() -> Image.Image:
    across = Image.linear_gradient("L")
    return Image.merge("RGB", (across, across.rotate(90), Image.radial_gradient("L")))


def pictures(video_id: str, **bodies: bytes) -> dict[str, Reply]:
    """Answer for the pictures of a video, for `places`: bodies by name; the others are not there."""
    grey = encoded(Image.new("RGB", (120, 90), (130, 130, 130)))
    return {
        f"i.ytimg.com/vi/{video_id}/{name}.jpg": (200, JPEG, bodies[name]) if name in bodies else (404, JPEG, grey)
        for name in ("hq720", "maxresdefault", "hqdefault")
    }
