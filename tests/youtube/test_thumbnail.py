"""Pictures through the real yt-dlp: small, pure, the same every time, and never the grey one."""

import struct
import zlib
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from yt_dlp.networking.exceptions import TransportError

from acervo.archive.snapshot import Snapshot, Thumbnail, dumps, loads, stem
from acervo.youtube import thumbnail
from acervo.youtube.keeping import Kept
from tests.youtube import answers as yt
from tests.youtube.replay import Key, Reply, offline

ID = "-Ficticio0A"
NAME = f"{stem(ID)}.webp"
NOTHING = Kept(("miniatura: YouTube no tiene una imagen que se pueda guardar",))
GOOD = yt.image()


def request(name: str) -> Key:
    return {"path": f"/vi/{ID}/{name}.jpg", "host": "i.ytimg.com"}


def keep(folder: Path, replies: dict[str, Reply], names: str) -> tuple[Thumbnail | None, Kept]:
    """Keep the picture, and see to it that these are asked for, in this order, and no more."""
    extractor, log = offline(yt.places(replies), retries=3)
    told = thumbnail.keep(ID, folder, extractor)
    assert [key for key, _ in log] == [request(name) for name in names.split()]
    return told


def opened(data: bytes | None) -> Image.Image:
    assert data is not None
    return Image.open(BytesIO(data))


def parts(webp: bytes) -> set[bytes]:
    """Return the names of the parts of a WebP file (four letters each)."""
    found, place = set(), 12
    while place < len(webp):
        found.add(webp[place : place + 4])
        place += 8 + -(-int.from_bytes(webp[place + 4 : place + 8], "little") // 2) * 2
    return found


def test_a_picture_is_kept_small_with_its_digest_and_is_not_asked_for_again(tmp_path: Path) -> None:
    replies = yt.pictures(ID, hq720=GOOD)
    kept, told = keep(tmp_path, replies, "hq720")

    data = (tmp_path / "thumbnails" / NAME).read_bytes()
    assert kept == Thumbnail(sha256(data).hexdigest(), 640, 360)
    assert told == Kept(changed=True)
    assert [path.name for path in tmp_path.rglob("*.*")] == [NAME]
    assert opened(data).format == "WEBP"
    assert len(data) < thumbnail.LIGHT_ENOUGH
    assert loads(dumps(Snapshot(id=ID, thumbnail=kept))).thumbnail == kept

    assert keep(tmp_path, {}, "") == (kept, Kept())


def test_the_next_picture_is_asked_for_when_one_is_not_there(tmp_path: Path) -> None:
    kept, _ = keep(tmp_path, yt.pictures(ID, maxresdefault=yt.image(1920, 1080)), "hq720 maxresdefault")

    assert kept is not None
    assert (kept.width, kept.height) == (640, 360)


def test_the_last_picture_loses_its_black_bars_and_is_not_enlarged(tmp_path: Path) -> None:
    replies = yt.pictures(ID, hqdefault=yt.image(480, 360, bars=45))
    kept, _ = keep(tmp_path, replies, "hq720 maxresdefault hqdefault")

    assert kept is not None
    assert (kept.width, kept.height) == (480, 270)
    with Image.open(tmp_path / "thumbnails" / NAME) as picture:
        edges = [picture.convert("L").crop((0, y, 480, y + 2)).tobytes() for y in (0, 268)]
    assert all(max(edge) > 100 for edge in edges)


def test_bars_are_seen_beside_bright_colours_that_jpeg_smears_into_them() -> None:
    picture = Image.new("RGB", (480, 360))
    for x in range(0, 480, 4):
        picture.paste((0, 255, 0), (x, 45, x + 2, 315))

    assert opened(thumbnail.shrink(yt.encoded(picture, quality=75))).size == (480, 270)


@pytest.mark.parametrize("dark", [(0, 0, 480, 45), (0, 315, 480, 360)])
def test_a_picture_dark_only_above_or_only_below_keeps_its_shape(dark: tuple[int, int, int, int]) -> None:
    picture = opened(yt.image(480, 360)).copy()
    picture.paste("black", dark)

    assert opened(thumbnail.shrink(yt.encoded(picture))).size == (480, 360)


def test_a_very_wide_picture_keeps_its_shape() -> None:
    assert opened(thumbnail.shrink(yt.image(1280, 320))).size == (640, 160)


def test_a_picture_without_bars_keeps_its_shape(tmp_path: Path) -> None:
    kept, _ = keep(tmp_path, yt.pictures(ID, hqdefault=yt.image(480, 360)), "hq720 maxresdefault hqdefault")

    assert kept is not None
    assert (kept.width, kept.height) == (480, 360)


def test_the_grey_picture_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    grey = yt.encoded(Image.new("RGB", (120, 90), (130, 130, 130)))
    replies = yt.pictures(ID, hq720=grey, maxresdefault=grey, hqdefault=grey)

    assert keep(tmp_path, replies, "hq720 maxresdefault hqdefault") == (None, NOTHING)
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.parametrize("missing", [400, 404, 410])
def test_a_video_without_pictures_costs_three_requests(tmp_path: Path, missing: int) -> None:
    replies: dict[str, Reply] = dict.fromkeys(yt.pictures(ID), (missing, yt.JPEG, b""))

    assert keep(tmp_path, replies, "hq720 maxresdefault hqdefault") == (None, NOTHING)


@pytest.mark.parametrize("code", [403, 429])
def test_a_refusal_is_a_block_and_is_not_insisted_on(tmp_path: Path, code: int) -> None:
    replies: dict[str, Reply] = dict.fromkeys(yt.pictures(ID), (code, yt.JPEG, b""))

    note = f"miniatura: YouTube no quiso darla ({code})"
    assert keep(tmp_path, replies, "hq720") == (None, Kept((note,), blocked=True))
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (TransportError("timed out"), "timed out"),
        ((503, yt.JPEG, b""), "HTTP Error 503: Service Unavailable"),
        ((302, {"location": "https://example.org/"}, b""), "la dirección llevó a otro sitio"),
    ],
)
def test_without_an_answer_the_rest_is_left_for_another_day(tmp_path: Path, reply: Reply, reason: str) -> None:
    extractor, log = offline(
        yt.places(dict.fromkeys(yt.pictures(ID), reply) | {"example.org/": (200, yt.JPEG, GOOD)}), retries=3
    )

    assert thumbnail.keep(ID, tmp_path, extractor) == (None, Kept((f"miniatura: no hubo respuesta ({reason})",)))
    assert {key["path"] for key, _ in log} <= {f"/vi/{ID}/hq720.jpg", "/"}


def test_a_broken_picture_leads_to_the_next_one(tmp_path: Path) -> None:
    kept, _ = keep(tmp_path, yt.pictures(ID, hq720=GOOD[:-2000], maxresdefault=GOOD), "hq720 maxresdefault")

    assert kept is not None


def test_the_same_picture_gives_the_same_file() -> None:
    assert thumbnail.shrink(yt.image(1279, 719)) == thumbnail.shrink(yt.image(1279, 719))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(
    ("size", "kept"),
    [
        ((1280, 720), (640, 360)),
        ((640, 480), (480, 360)),
        ((720, 1280), (202, 360)),
        ((320, 180), (320, 180)),
        ((160, 90), (160, 90)),
    ],
)
def test_pictures_fit_the_frame_and_never_grow(kind: str, size: tuple[int, int], kept: tuple[int, int]) -> None:
    assert opened(thumbnail.shrink(yt.image(*size, kind=kind))).size == kept


@pytest.mark.parametrize("mode", ["L", "CMYK", "P", "RGBA", "1", "I;16"])
def test_pictures_in_other_colours_are_kept_too(mode: str) -> None:
    first = opened(GOOD)
    picture = first.convert("I").convert("I;16") if mode == "I;16" else first.convert(mode)
    kind = "JPEG" if mode in ("L", "CMYK") else "PNG"

    assert opened(thumbnail.shrink(yt.encoded(picture, kind))).size == (640, 360)


def test_nothing_but_the_picture_is_kept() -> None:
    exif = Image.Exif()
    exif[0x9286] = "un comentario"
    body = yt.encoded(opened(GOOD), exif=exif, icc_profile=b"perfil" * 30, xmp=b"<x/>", comment=b"hola")

    data = thumbnail.shrink(body)
    assert data is not None
    assert parts(data) == {b"VP8 "}


def test_a_picture_full_of_detail_is_kept_lighter() -> None:
    dots = Image.frombytes("L", (160, 90), Random(1).randbytes(160 * 90)).resize((640, 360)).convert("RGB")
    body = yt.encoded(Image.blend(opened(GOOD).resize((640, 360)), dots, 0.5))

    data = thumbnail.shrink(body)
    assert data is not None
    best = yt.encoded(opened(body), "WEBP", quality=thumbnail.QUALITIES[0], method=6)
    assert len(data) <= thumbnail.LIGHT_ENOUGH < len(best)


@pytest.mark.parametrize("colour", [(0, 0, 0), (255, 255, 255), (130, 130, 130), (128, 132, 130)])
def test_a_flat_grey_of_any_size_is_refused(colour: tuple[int, int, int]) -> None:
    assert thumbnail.shrink(yt.encoded(Image.new("RGB", (1280, 720), colour))) is None


def test_a_slide_of_one_colour_is_a_picture_and_so_is_a_line_of_text() -> None:
    page = Image.new("RGB", (1280, 720), "white")
    page.paste("black", (100, 300, 600, 340))

    assert thumbnail.shrink(yt.encoded(Image.new("RGB", (1280, 720), (230, 120, 20)))) is not None
    assert thumbnail.shrink(yt.encoded(page)) is not None


def jpeg_claiming(width: int, height: int) -> bytes:
    """Return a JPEG whose header tells another size."""
    at = GOOD.index(b"\xff\xc0") + 5
    return GOOD[:at] + struct.pack(">HH", height, width) + GOOD[at + 4 :]


def png_claiming(width: int, height: int) -> bytes:
    """Return a PNG of one colour whose header tells a huge size."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\x00" * 3_000_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(30_000, 30_000), (10_000, 10_000), (3_000, 2_000), (5_000, 300), (65_535, 60)])
def test_a_picture_that_would_fill_the_memory_is_not_decoded(size: tuple[int, int]) -> None:
    assert thumbnail.shrink(jpeg_claiming(*size)) is None
    assert thumbnail.shrink(png_claiming(*size)) is None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        GOOD[:100],
        GOOD[: len(GOOD) // 2],
        yt.image(kind="GIF"),
        yt.image(kind="BMP"),
        yt.image(kind="TIFF"),
        GOOD + b"\x00" * thumbnail.LONGEST_FILE,
        yt.image(159, 120),
        yt.image(200, 89),
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 640 360\n",
        b'<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"/>',
    ],
    ids=lambda body: repr(body[:12]),
)
def test_what_is_no_whole_picture_of_a_known_kind_is_refused(body: bytes) -> None:
    assert thumbnail.shrink(body) is None


@given(st.binary(max_size=100), st.integers(0, len(GOOD)), st.integers(0, 200))
def test_hostile_bytes_are_a_small_picture_or_none(noise: bytes, begin: int, cut: int) -> None:
    data = thumbnail.shrink(GOOD[:begin] + noise + GOOD[begin + cut :])

    if data is not None:
        measured = thumbnail.measure(data)
        assert measured is not None
        assert measured.width <= 640
        assert measured.height <= 360


@pytest.mark.parametrize(
    "data", [b"", b"hola", GOOD, yt.image(kind="WEBP")[:-500], yt.image(5000, 300, "WEBP"), b"x" * 2_000_001]
)
def test_a_spoilt_file_is_left_for_a_person(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "thumbnails" / NAME
    path.parent.mkdir()
    path.write_bytes(data)

    note = f"miniatura: «thumbnails/{NAME}» no es una imagen WebP; bórrela y se pedirá otra vez"
    assert keep(tmp_path, yt.pictures(ID, hq720=GOOD), "") == (None, Kept((note,)))
    assert path.read_bytes() == data


def test_a_picture_that_a_person_put_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "thumbnails" / NAME
    path.parent.mkdir()
    path.write_bytes(data := yt.image(800, 450, "WEBP"))

    assert keep(tmp_path, yt.pictures(ID, hq720=GOOD), "") == (Thumbnail(sha256(data).hexdigest(), 800, 450), Kept())


def test_a_full_disk_leaves_no_half_file(tmp_path: Path) -> None:
    (tmp_path / "thumbnails").write_bytes(b"")

    with pytest.raises(OSError, match="thumbnails"):
        keep(tmp_path, yt.pictures(ID, hq720=GOOD), "hq720")
    assert [path.name for path in tmp_path.iterdir()] == ["thumbnails"]


@pytest.mark.parametrize("video_id", ["", "corto", "../../../../x", "ficticio_0A/"])
def test_what_is_no_id_is_not_asked(tmp_path: Path, video_id: str) -> None:
    extractor, log = offline(yt.everywhere((200, yt.JPEG, GOOD)))

    with pytest.raises(ValueError, match=r"\A" + video_id.replace(".", r"\.") + r"\Z"):
        thumbnail.keep(video_id, tmp_path, extractor)
    assert log == []
