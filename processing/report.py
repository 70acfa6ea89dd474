"""HTML reports: plain, escaped, and readable in QTextBrowser as well as in a browser."""

from html import escape

_STYLE = """
body { font-family: "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", sans-serif; }
body { margin: 24px; max-width: 960px; }
h1 { font-size: 20px; } h2 { font-size: 16px; margin-top: 24px; }
table { border-collapse: collapse; margin-top: 8px; } th, td { padding: 4px 10px; border: 1px solid #b8b8b8; }
th { text-align: left; } p.note { font-size: 12px; }
"""
_BAR = "#2a7f62"


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


def table(headers, rows):
    """A table; cells that are numbers or Number texts stand to the right."""
    head = "".join(f"<th>{escape(text)}</th>" for text in headers)
    body = "".join(f"<tr>{''.join(_cell(value) for value in row)}</tr>" for row in rows)
    return f"<table><tr>{head}</tr>{body}</table>"


def bars(rows, width=360):
    """A bar chart drawn as a table, so that every viewer shows it: (label, value, text) rows."""
    largest = max((value for _, value, _ in rows), default=0) or 1
    lines = []
    for label, value, text in rows:
        length = round(width * value / largest)
        bar = (
            f'<table cellspacing="0" style="border:0;margin:0"><tr><td bgcolor="{_BAR}" width="{length}" '
            f'style="border:0;padding:0">&nbsp;</td></tr></table>' if length else ""
        )
        lines.append(
            f'<tr><td>{escape(label)}</td><td width="{width + 20}">{bar}</td><td align="right">{escape(text)}</td></tr>'
        )
    return f"<table>{''.join(lines)}</table>"


def number(value, decimals=2):
    """A number with thousands separators, '' where there is none."""
    return "" if value is None or value != value else f"{value:,.{decimals}f}"


def write(path, html):
    """Save a report as UTF-8."""
    with open(path, "w", encoding="utf-8") as file:
        file.write(html)


def _cell(value):
    text = str(value)
    digits = text.replace(",", "").replace(".", "", 1).replace("%", "").replace("−", "").replace("-", "").strip()
    align = ' align="right"' if digits.isdigit() else ""
    return f"<td{align}>{escape(text)}</td>"
