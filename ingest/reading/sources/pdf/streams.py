"""The bytes of a content stream, inflated no further than a page can need."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from pdfminer.pdftypes import LITERALS_FLATE_DECODE, PDFStream, stream_value

# A dense page of text is some 100 KB of operators, a map drawn with curves a few MB.
LIMIT = 24 * 1024 * 1024


class TooLargeError(Exception):
    """A stream that inflates beyond what a page can need."""


def content(streams: Sequence[object]) -> bytes:
    """The streams' operators, one after the other. Raises TooLargeError beyond LIMIT bytes in all."""
    parts: list[bytes] = []
    left = LIMIT
    for stream in streams:
        part = _inflated(stream_value(stream), left)
        left -= len(part)
        parts.append(part)
    return b"\n".join(parts)


def _inflated(stream: PDFStream, limit: int) -> bytes:
    """A stream's bytes, without keeping them in the stream as ``get_data`` does: pages are read once."""
    filters = stream.get_filters()
    if stream.rawdata is None or any(name not in LITERALS_FLATE_DECODE or params for name, params in filters):
        whole = bytes(stream.get_data())
        if len(whole) > limit:
            raise TooLargeError
        return whole
    data: bytes = stream.rawdata
    if stream.decipher:
        data = stream.decipher(stream.objid or 0, stream.genno or 0, data, stream.attrs)
    for _ in filters:
        data = _inflate(data, limit)
    return data


def _inflate(data: bytes, limit: int) -> bytes:
    """What zlib can make of the data: all of it, or what comes before the damage."""
    inflater = zlib.decompressobj()
    done: list[bytes] = []
    size = 0
    for start in range(0, len(data), 65536):
        try:
            part = inflater.decompress(data[start : start + 65536], limit + 1 - size)
        except zlib.error:
            break
        size += len(part)
        done.append(part)
        if size > limit:
            raise TooLargeError
    return b"".join(done)
