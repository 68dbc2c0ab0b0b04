"""Writes Word files as Word does, XML and all, for what libraries cannot write."""

import zipfile
from xml.sax.saxutils import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
)


def run(text, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{escape(text)}</w:t></w:r>"


def paragraph(content, properties=""):
    inner = content if content.startswith("<") or not content else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def cell(content="", span=1, merge=None, properties="", raw=None):
    tc = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    if merge:
        tc += f'<w:vMerge w:val="{merge}"/>' if merge == "restart" else "<w:vMerge/>"
    inner = (
        raw
        if raw is not None
        else "".join(paragraph(line and run(line, properties)) for line in content.split("\n"))
    )
    return f"<w:tc><w:tcPr>{tc}</w:tcPr>{inner}</w:tc>"


def row(*cells, properties=""):
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows):
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def grid(rows, properties=""):
    return table(*(row(*(cell(c, properties=properties) for c in r)) for r in rows))


def write_docx(path, body, **parts):
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{_W}" '
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<w:body>{body}</w:body></w:document>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("word/document.xml", document)
        for name, inner in parts.items():
            package.writestr(
                f"word/{name}.xml",
                f'<?xml version="1.0"?><w:{name} xmlns:w="{_W}">{inner}</w:{name}>',
            )
    return path
