#!/usr/bin/env bash
# Makes the fonts of the hand-outs anew from Debian's fonts-noto-core with pyftsubset and pyftmerge (fonttools): Latin, Cyrillic
# and the signs that figures and lists need, the latter from Noto's fonts of mathematics and symbols. Without hinting and layout
# tables: paper needs none, and words stay whole on extraction.
set -euo pipefail
cd "$(dirname "$0")"
noto=/usr/share/fonts/truetype/noto
letters="U+0020-007E,U+00A0-02FF,U+0300-0304,U+0306-030C,U+0327,U+0328,U+0400-052F,U+1E00-1EFF"
marks="U+2000-206F,U+2070-209F,U+20A0-20BF,U+2100-214F,U+2150-2189,U+FFFD"
mathematics="U+2190-2193,U+21D2,U+2212,U+221A,U+221E,U+2248,U+2260,U+2264,U+2265"
symbols="U+25A0,U+25A1,U+25AA,U+25B2,U+25B6,U+25BC,U+25CF,U+25CB,U+2605,U+2606,U+2610,U+2611,U+2713,U+2714,U+2717,U+2718"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

cut_from() {
  pyftsubset "$noto/$1.ttf" --unicodes="$2" --output-file="$work/$3.ttf" --layout-features='' --no-hinting \
    --desubroutinize --drop-tables+=GPOS,GSUB,GDEF,MATH,BASE,meta --name-IDs='*' --notdef-outline
}

cut_from NotoSansMath-Regular "$mathematics" mathematics
cut_from NotoSansSymbols2-Regular "$symbols" symbols
for weight in Regular Bold Italic; do
  cut_from "NotoSans-$weight" "$letters,$marks" letters
  pyftmerge "$work/letters.ttf" "$work/mathematics.ttf" "$work/symbols.ttf" --output-file="NotoSans-$weight.ttf"
done
