"""Small documents that tests read as sources."""

from __future__ import annotations

from collections.abc import Sequence


def make_pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF with these lines on its pages."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    start = len(out)
    out += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return f"{out}startxref\n{start}\n%%EOF\n".encode("latin-1")


HTML = """\
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>The mill at Aske burns down | Aske Courier</title>
<meta property="og:site_name" content="Aske Courier">
<meta property="og:title" content="The mill at Aske burns down">
<meta property="article:published_time" content="1998-05-04T08:00:00Z">
<link rel="canonical" href="https://courier.example/mill">
</head><body>
<nav><a href="/">Home</a><a href="/news">News</a></nav>
<article><h1>The mill at Aske burns down</h1>
<p>The mill at Aske burned down on Sunday night, and nobody was hurt, as its owner told our reporter.</p>
<p>It had been built in 1871 and had ground the corn of the whole valley until the war.</p>
<p>The caf&eacute; beside it stands, although its windows are broken &ndash; all twelve of them.</p>
</article><footer>Sign in to comment</footer></body></html>
"""
