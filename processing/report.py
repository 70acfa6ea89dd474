"""HTML reports: plain, escaped, and readable in QTextBrowser as well as in a browser."""

import re
from html import escape

from .i18n import tr

_STYLE = """
body { font-family: "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", sans-serif; }
body { margin: 24px; max-width: 960px; background-color: #ffffff; color: #1f1f1c; }
h1 { font-size: 20px; margin-bottom: 8px; } h2 { font-size: 16px; margin-top: 24px; margin-bottom: 4px; }
table { border-collapse: collapse; margin-top: 8px; margin-bottom: 16px; }
th, td { padding: 4px 8px; border: 1px solid #c9cdc6; }
th { background-color: #eef2ea; font-weight: bold; white-space: nowrap; } td.number { white-space: nowrap; }
p.note { font-size: 12px; color: #55574f; }
table.bar { border: 0; margin: 0; } td.bar { border: 0; padding: 0; }
"""
_BAR = "#2a7f62"
_NUMBER = re.compile(r"[-−+]?[\d,]*\.?\d+( ?%)?")


class Markup(str):
    """Finished HTML, which is not escaped again."""


def page(title, *parts, language="en"):
    """A whole HTML document from a title and finished parts."""
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{_STYLE}</style></head><body><h1>{escape(title)}</h1>{''.join(parts)}</body></html>\n"
    )


def heading(text):
    """A section's heading."""
    return f"<h2>{escape(text)}</h2>"


def paragraph(text, note=False):
    """A paragraph; a note is set smaller."""
    return f"<p{' class=note' if note else ''}>{escape(text)}</p>"


def table(headers, rows, groups=()):
    """A table; columns that hold nothing but numbers stand to the right.

    groups: (text, columns) pairs for a row above the headers. A cell of Markup is taken as it is.
    """
    rows = [tuple(row) for row in rows]
    right = [_all_numbers(column) for column in zip(*rows)] or [False] * len(headers)
    above = "".join(f'<th colspan="{columns}" align="center">{_text(text)}</th>' for text, columns in groups)
    lines = [above] if groups else []
    lines.append("".join(_cell("th", text, side) for text, side in zip(headers, right)))
    lines += ["".join(_cell("td", value, side) for value, side in zip(row, right)) for row in rows]
    return f"<table cellspacing=\"0\">{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def bar(share, width=160):
    """A bar inside a table, `share` (0 to 1) of `width` pixels long: a table itself, so that every viewer draws it."""
    length = round(width * share)
    if length == 0:
        return Markup("")
    return Markup(
        f'<table class="bar" cellspacing="0"><tr><td class="bar" bgcolor="{_BAR}" width="{length}">&nbsp;</td></tr>'
        "</table>"
    )


def stacked_bar(shares, width=160):
    """Bars of (share, colour) end to end inside a table; together at most `width` pixels long."""
    cells = "".join(
        f'<td class="bar" bgcolor="{colour}" width="{round(width * share)}">&nbsp;</td>'
        for share, colour in shares if round(width * share) > 0
    )
    return Markup(f'<table class="bar" cellspacing="0"><tr>{cells}</tr></table>' if cells else "")


def key(colours):
    """What the colours of a chart mean: (name, colour) pairs in one line."""
    cells = "".join(
        f'<td class="bar" bgcolor="{colour}" width="14">&nbsp;</td>'
        f'<td class="bar">&nbsp;{escape(name)}&nbsp;&nbsp;</td>'
        for name, colour in colours
    )
    return Markup(f'<table class="bar" cellspacing="0"><tr>{cells}</tr></table>')


def strong(text):
    """A text set bold."""
    return Markup(f"<b>{escape(text)}</b>")


def number(value, decimals=2):
    """A number with thousands separators, '' where there is none."""
    return "" if value is None or value != value else f"{value:,.{decimals}f}"


def percent(share, decimals=1):
    """A share of 0 to 1 in percent, '' where there is none."""
    return "" if share is None or share != share else tr("{value} %").format(value=f"{100 * share:.{decimals}f}")


def write(path, html):
    """Save a report as UTF-8."""
    with open(path, "w", encoding="utf-8") as file:
        file.write(html)


def _text(value):
    return value if isinstance(value, Markup) else escape(str(value))


def _all_numbers(column):
    texts = [re.sub("<[^>]*>", "", value) if isinstance(value, Markup) else str(value) for value in column]
    texts = [text for text in texts if text]
    return bool(texts) and all(_NUMBER.fullmatch(text) for text in texts)


def _cell(tag, value, right):
    side = 'align="right" class="number"' if right else 'align="left"'
    return f"<{tag} {side}>{_text(value)}</{tag}>"
