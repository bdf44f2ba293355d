#!/usr/bin/env bash
# Makes the fonts of the hand-outs anew from Debian's fonts-noto-core with pyftsubset (fonttools): Latin, Cyrillic and the signs
# that figures and lists need. Without hinting and layout tables: paper needs none, and words stay whole on extraction.
set -euo pipefail
cd "$(dirname "$0")"
letters="U+0020-007E,U+00A0-024F,U+0300-0304,U+0306-030C,U+0327,U+0328,U+0400-052F,U+1E00-1EFF"
signs="U+2000-206F,U+2070-209F,U+20A0-20BF,U+2100-214F,U+2150-2189,U+2190-2199,U+2212,U+2248,U+2260,U+2264,U+2265"
shapes="U+25A0-25FF,U+2713,U+2717,U+FFFD"
for weight in Regular Bold Italic; do
  pyftsubset "/usr/share/fonts/truetype/noto/NotoSans-$weight.ttf" --unicodes="$letters,$signs,$shapes" \
    --layout-features='' --no-hinting --desubroutinize --drop-tables+=GPOS,GSUB,GDEF --name-IDs='*' \
    --output-file="NotoSans-$weight.ttf"
done
