#!/usr/bin/env python3
"""Makes srgb.icc, the colour profile that archivable papers carry.

Written from the published numbers alone: IEC 61966-2-1 (primaries, curve) adapted
to D50 as ICC.1:2001-04 (version 2.4) asks. Nothing is copied from another profile;
this script and its output may be used under CC0. Run by hand: `python3
assets/documents/srgb.py`. Same input, same bytes.
"""
import struct
from pathlib import Path


def s15(*numbers):
    return b"".join(struct.pack(">i", round(n * 65536)) for n in numbers)


def xyz(x, y, z):
    return b"XYZ " + bytes(4) + s15(x, y, z)


def text(words):
    return b"text" + bytes(4) + words.encode("ascii") + b"\0"


def description(words):
    raw = words.encode("ascii") + b"\0"
    return b"desc" + bytes(4) + struct.pack(">I", len(raw)) + raw + bytes(4 + 4 + 2 + 1 + 67)


def curve(points):
    def linear(v):
        return v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4
    table = [round(65535 * linear(i / (points - 1))) for i in range(points)]
    return b"curv" + bytes(4) + struct.pack(f">I{points}H", points, *table)


def main():
    gamma = curve(256)
    tags = [
        (b"desc", description("sRGB IEC61966-2.1")),
        (b"cprt", text("CC0")),
        (b"wtpt", xyz(0.9642, 1.0, 0.8249)),
        (b"rXYZ", xyz(0.43607, 0.22249, 0.01392)),
        (b"gXYZ", xyz(0.38515, 0.71687, 0.09708)),
        (b"bXYZ", xyz(0.14307, 0.06061, 0.71410)),
        (b"rTRC", gamma), (b"gTRC", gamma), (b"bTRC", gamma),
    ]
    at, body, table, seen = 128 + 4 + 12 * len(tags), b"", b"", {}
    for name, data in tags:
        if data not in seen:
            seen[data] = at + len(body)
            body += data + bytes(-len(data) % 4)
        table += name + struct.pack(">II", seen[data], len(data))
    size = at + len(body)
    header = struct.pack(">I4sI4s4s4s", size, bytes(4), 0x02400000, b"mntr", b"RGB ", b"XYZ ")
    header += struct.pack(">6H", 2024, 1, 1, 0, 0, 0) + b"acsp"
    header += bytes(28) + s15(0.9642, 1.0, 0.8249)
    header = header.ljust(128, b"\0")
    profile = header + struct.pack(">I", len(tags)) + table + body
    (Path(__file__).parent / "srgb.icc").write_bytes(profile)


if __name__ == "__main__":
    main()
