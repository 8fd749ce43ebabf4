#!/bin/sh
# Draws the window's icons from icon.svg. Run by hand when the mark changes:
#   sh assets/icon.sh        (needs rsvg-convert and ImageMagick)
set -eu
cd "$(dirname "$0")"
out=../src-tauri/icons
scratch=$(mktemp -d)
trap 'rm -r "$scratch"' EXIT
draw() { rsvg-convert -w "$1" -h "$1" icon.svg -o "$scratch/$1.png"; }
for size in 16 32 48 64 128 256 512; do draw $size; done
png() { convert "$scratch/$1.png" -strip "PNG32:$out/$2"; }
png 32 32x32.png
png 128 128x128.png
png 256 128x128@2x.png
png 512 icon.png
convert "$scratch/16.png" "$scratch/32.png" "$scratch/48.png" "$scratch/64.png" "$scratch/128.png" "$scratch/256.png" -strip "$out/icon.ico"
