"""The picture of a video, kept small in `data/youtube/thumbnails/`, so that no page ever asks Google for it.

In: the id of a video, the folder `data/youtube`, and whom to ask. Out: one WebP file, and its `Thumbnail`.
Never: asks again for a picture that is there, enlarges one, keeps the grey one that means "none", or decodes what
is too large; the same picture gives the same bytes (with the same Pillow).
"""

import warnings
from collections.abc import Iterable
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageStat

from acervo import files
from acervo.archive.snapshot import Thumbnail, stem
from acervo.youtube import plain
from acervo.youtube.extractor import Source
from acervo.youtube.keeping import Kept

FOLDER = "thumbnails"
NAMES = ("hq720", "maxresdefault", "hqdefault")
"""The pictures to ask for, the best first; the first two are often missing."""
LARGEST = (640, 360)
"""Pixels: width and height."""
SMALLEST = (160, 90)
"""Less is YouTube's grey picture (120×90), or of no use."""
LONGEST_SIDE = 4096
MOST_PIXELS = 4_000_000
"""What is larger is never decoded; YouTube's largest is 1920×1080."""
LONGEST_FILE = 2_000_000
"""Bytes; the largest of YouTube's take 200,000."""
LIGHT_ENOUGH = 25_000
"""Bytes: a page with everything in it has 100,000."""
QUALITIES = (70, 50, 30)
"""Of WebP, tried until the file is light enough."""
_BLACK = 24
_FLAT = 3
_GREY = 12


def keep(video_id: str, folder: Path, source: Source) -> tuple[Thumbnail | None, Kept]:
    """Return the picture of a video, fetched with at most three requests unless it is there already.

    None when there is none to keep; the notes tell why. Raises OSError (disk), and ValueError as `stem` does.
    """
    path = folder / FOLDER / f"{stem(video_id)}.webp"
    if path.exists():
        return _there(path)
    for name in NAMES:
        reply = source.get(f"https://i.ytimg.com/vi/{video_id}/{name}.jpg")
        if reply.code in (403, 429):
            return None, Kept((f"miniatura: YouTube no quiso darla ({reply.code})",), blocked=True)
        if reply.code == 0 or reply.code >= 500:
            return None, Kept((plain.line(f"miniatura: no hubo respuesta ({reply.reason})", 300),))
        data = shrink(reply.body) if reply.code == 200 else None
        if data:
            files.write_whole(path, data)
            return measure(data), Kept(changed=True)
    return None, Kept(("miniatura: YouTube no tiene una imagen que se pueda guardar",))


def shrink(body: bytes) -> bytes | None:
    """Return a picture as a small WebP without anything but the picture; None when it is no picture to keep."""
    picture = _opened(body, ("JPEG", "PNG", "WEBP"))
    if picture is None or picture.width < SMALLEST[0] or picture.height < SMALLEST[1]:
        return None
    picture = _without_bars(picture)
    picture.thumbnail(LARGEST, Image.Resampling.LANCZOS)
    return None if _is_blank(picture) else _as_webp(picture)


def measure(data: bytes) -> Thumbnail | None:
    """Return digest and size of a WebP file; None when it is none, or not a whole one."""
    picture = _opened(data, ("WEBP",))
    return Thumbnail(sha256(data).hexdigest(), *picture.size) if picture else None


def _there(path: Path) -> tuple[Thumbnail | None, Kept]:
    """Measure the picture that is there, whoever put it; a spoilt one is left for a person to look at."""
    kept = measure(path.read_bytes())
    if kept is None:
        return None, Kept((f"miniatura: «{FOLDER}/{path.name}» no es una imagen WebP; bórrela y se pedirá otra vez",))
    return kept, Kept()


def _opened(data: bytes, formats: Iterable[str]) -> Image.Image | None:
    """Decode a picture of known size and kind; None for anything else."""
    if len(data) > LONGEST_FILE:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's warnings of size: ours is the stricter limit
            picture = Image.open(BytesIO(data), formats=tuple(formats))
            if max(picture.size) > LONGEST_SIDE or picture.width * picture.height > MOST_PIXELS:
                return None
            return picture.convert("RGB")
    except Exception:  # hostile bytes make Pillow raise of every kind
        return None


def _without_bars(picture: Image.Image) -> Image.Image:
    """Cut the black bars over and under a picture of 16:9, which give it another shape (4:3 in `hqdefault`)."""
    width, height = picture.size
    bar = (height - width * 9 // 16) // 2
    pure = bar // 16 * 16  # JPEG smears the edge over its blocks of 16 rows
    if pure <= 0:
        return picture
    bars = (picture.crop((0, 0, width, pure)), picture.crop((0, height - pure, width, height)))
    if any(ImageStat.Stat(part.convert("L")).extrema[0][1] > _BLACK for part in bars):
        return picture
    return picture.crop((0, bar, width, height - bar))


def _is_blank(picture: Image.Image) -> bool:
    """Tell whether a picture is nearly one grey, black and white included."""
    told = ImageStat.Stat(picture)
    return max(told.stddev) <= _FLAT and max(told.mean) - min(told.mean) <= _GREY


def _as_webp(picture: Image.Image) -> bytes:
    """Write a picture, at the best quality that is light enough, or else at the last."""
    data = b""
    for quality in QUALITIES:
        stream = BytesIO()
        picture.save(stream, "WEBP", quality=quality, method=6)
        data = stream.getvalue()
        if len(data) <= LIGHT_ENOUGH:
            break
    return data
