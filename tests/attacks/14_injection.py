"""Script, markup and escape sequences in everything that somebody will look at."""
import sys

from IPython.display import HTML, SVG, Javascript, Latex, Markdown, display

script = "<script>alert('ran')</script><img src=x onerror=alert('ran')><a href='javascript:alert(1)'>click</a>"
ansi = "\x1b[2J\x1b]0;owned\x07\x1b]8;;javascript:alert(1)\x07link\x1b]8;;\x07\x1b[31m"
print(script + ansi)
print(script + ansi, file=sys.stderr)
display(HTML(script + "<iframe srcdoc='<script>alert(1)</script>'></iframe><form action=//evil><input></form>"))
display(SVG(data=f"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert('ran')</script></svg>"))
display(Javascript("alert('ran')"))
display(Latex(r"$\href{javascript:alert(1)}{x}$ \unicode{<script>alert('ran')</script>}" + script))
display(Markdown(script + "[x](javascript:alert(1)) ![x](x\"onerror=\"alert(1))"))
display({"text/html": script, "image/svg+xml": script, "application/javascript": "alert('ran')", "image/png": script}, raw=True)
display({"text/plain": script, "application/vnd.jupyter.widget-view+json": script, "text/vnd.mermaid": script}, raw=True)


def fit_1d(x, y):
    raise type(script, (Exception,), {})(script + ansi)


raise type(script, (Exception,), {})(script + ansi)
