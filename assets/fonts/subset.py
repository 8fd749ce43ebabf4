#!/usr/bin/env python3
"""Makes the two faces that papers are set in, from Source Sans 3.

Run by hand when the typeface is renewed, never by the build:

    npm pack source-sans@3.52.0 && tar xzf source-sans-3.52.0.tgz
    pip install fonttools==4.68.0
    python3 assets/fonts/subset.py package/TTF

Keeps Latin with Extended-A and -B, punctuation, arrows and check marks. Figures
become the tabular ones, so that columns of numbers line up. Layout features and
hints are dropped: the pages place every line themselves and print is never
coarse enough to need hints. The faces are renamed because the licence reserves
the name of the original (OFL.txt, condition 3). Same input, same bytes.
"""
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

RANGES = [
    (0x0020, 0x007E), (0x00A0, 0x024F), (0x02B0, 0x02FF), (0x1E00, 0x1EFF),
    (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x214F),
    (0x2150, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x25A0, 0x25FF),
    (0x2610, 0x2612), (0x2713, 0x2717), (0xFFFD, 0xFFFD),
]
EPOCH = 3786825600  # 2024-01-01 in the font clock: not the day of the run


def tabular(font):
    """Maps the figures 0-9 to those of equal width (feature `tnum`)."""
    gsub, swap = font["GSUB"].table, {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for sub in gsub.LookupList.Lookup[index].SubTable:
                    sub = getattr(sub, "ExtSubTable", sub)
                    swap.update(getattr(sub, "mapping", {}))
    for table in font["cmap"].tables:
        if table.isUnicode():
            for code in range(0x30, 0x3A):
                table.cmap[code] = swap.get(table.cmap[code], table.cmap[code])
    widths = {font["hmtx"][font.getBestCmap()[c]][0] for c in range(0x30, 0x3A)}
    assert len(widths) == 1, f"figures of unequal width: {widths}"


def rename(font, style):
    family, full = "Hemvist Sans", f"Hemvist Sans {style}"
    post = full.replace(" ", "") if style == "" else f"HemvistSans-{style}"
    new = {1: family, 2: style, 3: f"{post};3.052", 4: full, 6: post}
    names = font["name"]
    keep = {0, 5, 13, 14}  # copyright, version, licence, licence address
    names.names = [n for n in names.names if n.nameID in keep and n.platformID == 3]
    for key, value in new.items():
        names.setName(value, key, 3, 1, 0x409)


def main(source):
    here = Path(__file__).parent
    for style in ("Regular", "Bold"):
        font = TTFont(Path(source) / f"SourceSans3-{style}.ttf", recalcTimestamp=False)
        tabular(font)
        options = Options()
        options.layout_features = []
        options.hinting = False
        options.notdef_outline = True
        options.name_IDs = ["*"]
        options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "DSIG", "meta", "STAT"]
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=[c for a, b in RANGES for c in range(a, b + 1)])
        subsetter.subset(font)
        rename(font, style)
        font["head"].created = font["head"].modified = EPOCH
        font.save(here / f"HemvistSans-{style}.ttf", reorderTables=True)


if __name__ == "__main__":
    main(sys.argv[1])
