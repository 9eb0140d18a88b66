"""Editors' Markdown and plain text: what is meant becomes markup, nothing else does, and no word is lost."""

import html as escaping

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.site import markdown, plain
from tests.site.danger import dangers

TABLE = '<div class="scroll" tabindex="0" role="group" aria-label="Tabla"><table>'
ATTACKS = [
    "[x](javascript:alert(1))",
    "[x](JaVaScript:alert(1))",
    "[x](\u2028javascript:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](//evil.example)",
    "[x](\\\\evil.example)",
    "[x](acervo:conferencias)",
    "<javascript:alert(1)>",
    "![x](x){onerror=alert(1)}",
    '![x](https://evil.example/p.png "t")',
    "[x](y){onclick=alert(1)}",
    "# t {onmouseover=alert(1)}",
    'párrafo\n{: onclick="alert(1)"}',
    "```js {onclick=alert(1)}\nx\n```",
    '<div markdown=1 onclick="alert(1)">x</div>',
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mi//xlink:href='javascript:alert(1)'>",
    "<iframe src=https://evil.example></iframe>",
    "<a href='https://a.example' onclick=alert(1) style='x' target=_blank>x</a>",
    "<table background='javascript:alert(1)'><tr><td style='x'>y</table>",
    "</div></article></main><form action=https://evil.example><input name=q>",
    "<base href=https://evil.example>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<!--acervo:head--><!-- <script> -->",
    "<ol start='1\" onclick=alert(1)'><li>x",
    "<td align='left onclick=alert(1)'>x",
    "{{ cycler.__init__.__globals__.os.popen('id') }}",
    '--8<-- "/etc/passwd"',
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_in_markdown_survives(attack):
    assert dangers(str(markdown.html(attack))) == []
    assert dangers(f"<p>{markdown.html('texto ' + attack)}</p>") == []


@given(st.lists(st.sampled_from([*ATTACKS, "\n\n", "    ", "- ", "> ", "|", "`", "*", "a < b", "&lt;"]), max_size=6))
def test_no_mixture_of_attacks_in_markdown_survives(parts):
    assert dangers(str(markdown.html("".join(parts)))) == []


@given(st.text())
def test_no_text_at_all_is_dangerous_as_markdown_or_as_plain_text(text):
    assert dangers(str(markdown.html(text))) == []
    assert dangers(str(plain.paragraphs(text))) == []


@pytest.mark.parametrize("attack", ATTACKS)
def test_plain_text_keeps_every_sign_of_an_attack_as_text(attack):
    shown = html5lib.parse(str(plain.linked(attack)), namespaceHTMLElements=False)

    assert "".join(shown.itertext()) == attack


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Uno **dos** *tres*.", "<p>Uno <strong>dos</strong> <em>tres</em>.</p>\n"),
        ("a < b & c ≤ 40", "<p>a &lt; b &amp; c ≤ 40</p>\n"),
        ("[TOC]", "<p>[TOC]</p>\n"),
        ("!!! note\n{{ x }}", "<p>!!! note\n{{ x }}</p>\n"),
        ("# Uno\n\n## Dos", "<h3>Uno</h3>\n<h4>Dos</h4>\n"),
        ("##### Uno\n\n###### Dos", "<h3>Uno</h3>\n<h4>Dos</h4>\n"),
        ("5. cinco\n6. seis", '<ol start="5">\n<li>cinco</li>\n<li>seis</li>\n</ol>\n'),
        (
            "[ver](https://a.example/b?c=d&e=f)",
            '<p><a href="https://a.example/b?c=d&amp;e=f" rel="noopener">ver</a></p>\n',
        ),
        ("[ver](../otra/)", '<p><a rel="noopener">ver</a></p>\n'),
        (
            "véase https://a.example/b.",
            '<p>véase <a href="https://a.example/b" rel="noopener">https://a.example/b</a>.</p>\n',
        ),
        ("<table><tr><td align=right>7</td></tr></table>", None),
        (
            "| a | b |\n|:--|--:|\n| 1 | 2 |",
            f'{TABLE}\n<thead>\n<tr>\n<th class="left">a</th>\n<th class="right">b</th>\n</tr>\n</thead>\n'
            "<tbody>\n<tr>\n"
            '<td class="left">1</td>\n<td class="right">2</td>\n</tr>\n</tbody>\n</table></div>\n',
        ),
    ],
)
def test_markdown_becomes_the_html_it_means(text, html):
    made = str(markdown.html(text))

    if html is None:
        assert made.strip() == f'{TABLE}<tbody><tr><td class="right">7</td></tr></tbody></table></div>'
    else:
        assert made == html


@given(st.text(alphabet="abc áñ <>&\"'«»≤♀*_#-|0123456789.\n", max_size=80))
def test_plain_text_loses_no_word(text):
    shown = escaping.unescape(str(plain.paragraphs(text)).replace("<p>", " ").replace("</p>", " ").replace("<br>", " "))

    assert shown.split() == text.split()


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        (" \n\n ", ""),
        ("uno\r\ndos\n\ntres", "<p>uno<br>\ndos</p><p>tres</p>"),
        ("**no** [x](https://a.example)", None),
        (
            "vea https://a.example/?b=c&d.",
            '<p>vea <a href="https://a.example/?b=c&amp;d" rel="nofollow noopener ugc">https://a.example/?b=c&amp;d</a>.</p>',
        ),
        ("javascript://a http:// ftp://a.example", "<p>javascript://a http:// ftp://a.example</p>"),
    ],
)
def test_plain_text_has_paragraphs_line_breaks_and_links_only(text, html):
    made = str(plain.paragraphs(text))

    if html is None:
        assert "**no** [x](" in made
        assert "<strong>" not in made
    else:
        assert made == html


@pytest.mark.parametrize(
    "text", ["<blockquote>", "<ul><li>uno", "<table><tr><td>", "</p></ul></li>", "<pre>", "<p><h3>"]
)
def test_markup_left_open_does_not_swallow_what_follows(text):
    tree = html5lib.parse(f"<div>{markdown.html(text)}</div><i></i>", namespaceHTMLElements=False)

    assert [node.tag for node in tree.find("body")] == ["div", "i"]
