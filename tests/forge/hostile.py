"""Texts that would do harm if a program believed them."""

from hypothesis import strategies as st

PIECES = (
    "@octocat", "<img src=x onerror=alert(1)>", "```", "~~~", "````yaml", "</details>", "<!-- acervo:ficha -->", "-->",
    "](javascript:alert(1))", "[x](https://evil.example)", "![x](https://evil.example/p.png)", "[x]: //evil.example",
    "https://evil.example/a", "www.evil.example", "ana@evil.example", "#123", "evil/repo#1", "GH-12",
    "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef", "../../etc/passwd", "/etc/passwd", "..\\..\\x", "$(touch /tmp/x)",
    "`touch x`", "'; rm -rf /", "${{ github.token }}", "::set-output name=x::y", "&#64;octocat", "&lt;script&gt;",
    "\\@octocat", "\\", "|", "»", "«", ": ", "- ", "---", "!!python/object/apply:os.system [x]", "&a", "*a", "%YAML",
    "\0", "\x1b[31m", "\u202e", "\u2066", "\u200b", "\ufeff", "\ud800", "\u2028", "\x85", "\t", "\r", "\n", "\r\n",
    "### Título", "### Fecha", "# Título", "_No response_", "Persona: x", "0:00 | Bienvenida", "true", "null", "~",
    "2026-05-25", "25 de mayo de 2026", "32 de mayo", "Inés Prueba y Campo", "linternas", "con", "x" * 400,
)  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=8).map(
    lambda pieces: " ".join(pieces)
) | st.lists(st.sampled_from(PIECES), max_size=6).map("".join)
