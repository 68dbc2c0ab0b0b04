"""Parses XML of unknown origin: no entities, no network, bounded depth and text."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cchc_desktop.domain.errors import SourceDamaged

if TYPE_CHECKING:
    from lxml.etree import _Element


def parse(file: str, data: bytes) -> "_Element":
    """Return the root of ``data``; Office never writes a DTD, so one means harm."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceDamaged(file=file) from error
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise SourceDamaged(file=file)
    return root


def iterate(file: str, data: bytes, tag: str) -> "Iterator[_Element]":
    """Yield each complete ``tag`` and free it afterwards, so that memory stays small."""
    from lxml import etree

    try:
        for _, element in etree.iterparse(
            io.BytesIO(data), tag=tag, resolve_entities=False, no_network=True,
            load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
        ):  # fmt: skip
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceDamaged(file=file) from error
