"""Synthetic answers of YouTube: the least that the real extractor accepts. Every video here is fictional."""

import json
from typing import Any

from tests.youtube.replay import Answerer, Key, Reply

HTML = {"content-type": "text/html; charset=utf-8"}
JSON = {"content-type": "application/json; charset=UTF-8"}
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
