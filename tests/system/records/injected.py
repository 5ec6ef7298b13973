"""What a student could write so that it runs on a page, and what on a page would run."""

from __future__ import annotations

import base64
import re
from collections import Counter
from html.parser import HTMLParser

SCRIPT = "<script>alert('ran')</script><img src=x onerror=alert('ran')>"
ANSI = "\x1b[2J\x1b]0;owned\x07\x1b]8;;javascript:alert(1)\x07link\x1b]8;;\x07\u202e\x9b31m"
PICTURE = base64.b64encode(b"<svg onload='alert(1)'/>").decode()
MARKDOWN = f"""my words {SCRIPT}

<iframe srcdoc="<script>alert(1)</script>"></iframe><object data="javascript:alert(1)"></object><embed src=//evil>
<style>body {{ background: url(//evil/) }}</style><link rel=stylesheet href=//evil><base href=//evil>
<meta http-equiv=refresh content="0;url=javascript:alert(1)"><form action=//evil><button>Send</button></form>
<svg onload=alert(1)><script>alert(1)</script><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>
<math><mrow style="color:red;position:fixed"><mi>x</mi></mrow></math>
<math><mtext></mtext><maction xlink:href="javascript:alert(1)">x</maction></math>
<div style="position:fixed;inset:0" onmouseover=alert(1)>over everything</div>
<details ontoggle=alert(1) open>x</details> <img src="https://elsewhere.example/1" srcset="//elsewhere.example/2">
<div class="taken navbar-fixed-top" id="taken">a bar of the page</div>
<a href="javascript:alert(1)">one</a> <a href="  jAvAsCrIpT&colon;alert(1)">two</a> <a href="data:text/html,x">three</a>

[four](javascript:alert(1)) [five](data:text/html;base64,{PICTURE}) ![six](x"onerror="alert(1)) <javascript:alert(1)>
![$\\text{{" onerror="alert(1)}}$](data:image/png;base64,AAAA "$\\text{{" onerror="alert(1)}}$")

$\\text{{{SCRIPT}}}$ $$\\color{{red}}{{x}}$$
$\\href{{javascript:alert(1)}}{{x}}$ `{SCRIPT}` \\<script>alert(1)\\</script> {ANSI}

```html
{SCRIPT}
```

<p title="<table><img src=x onerror=alert(1)>">no
end&#13;&#13;[seven](javascript:alert(1)) ![eight](//evil/8)&#13;&#10;</p>
<a title="<table><img src=x onerror=alert(1)>" href="https://x.example">nine&#13;

| {SCRIPT} | b |
|---|---|
| {SCRIPT} | [x](javascript:alert(1)) |
"""
BUNDLES: list[dict[str, str]] = [
    {"text/html": f"words of HTML {MARKDOWN}"},
    {"image/svg+xml": f"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'>{SCRIPT}</svg>"},
    {"application/javascript": "alert('ran')"},
    {"text/markdown": MARKDOWN},
    {"text/latex": f"$\\href{{javascript:alert(1)}}{{x}}$ {SCRIPT}"},
    {"image/png": f'x"onerror="alert(1)" y="{SCRIPT}'},
    {"image/jpeg": SCRIPT, "text/plain": SCRIPT + ANSI},
    {"application/vnd.jupyter.widget-view+json": f'{{"model_id": "{SCRIPT}"}}', "text/plain": SCRIPT},
    {"text/vnd.mermaid": f"graph LR; A[{SCRIPT}]; click A 'javascript:alert(1)'"},
    {"application/json": SCRIPT, "application/geo+json": SCRIPT, "text/x-rst": SCRIPT},
]
SHOW = f"""
import sys
from IPython.display import display
for bundle in {BUNDLES!r}:
    display(bundle, raw=True, metadata={{"image/png": {{"width": "1 onload=alert(1)"}}}})
print({SCRIPT + ANSI!r})
print({SCRIPT + ANSI!r}, file=sys.stderr)
raise type({SCRIPT!r}, (Exception,), {{}})({SCRIPT + ANSI!r})
"""


class Page(HTMLParser):
    """What in a page could run, load or cover something, or pass for a part of the page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.active: Counter[str] = Counter()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        allowed = {"math": {"display", "tabindex"}, "mrow": {"style"}}.get(tag, set())
        if tag in (
            "script",
            "iframe",
            "object",
            "embed",
            "base",
            "meta",
            "link",
            "style",
            "form",
            "svg",
            "maction",
            "semantics",
            "input",
        ):
            self.active[f"<{tag} {dict(attributes)}>"] += 1
        for name, value in attributes:
            if name in allowed and re.fullmatch(r"block|0|color: ?#?\w+;?", value or ""):
                continue
            plain = "".join((value or "").split()).lower()
            if (
                name.startswith("on")
                or name in ("style", "srcdoc", "formaction", "xlink:href")
                or "javascript:" in plain
            ):
                self.active[f"{tag} {name}={value}"] += 1
            if tag == "img" and not plain.startswith("data:image/") and name in ("src", "srcset"):
                self.active[f"{tag} {name}={value}"] += 1
            if name in ("class", "id") and "taken" in plain:
                self.active[f"{tag} {name}={value}"] += 1
            if plain.startswith("data:") and not plain.startswith("data:image/"):
                self.active[f"{tag} {name}={value}"] += 1

    def handle_data(self, data: str) -> None:
        self.text += data
