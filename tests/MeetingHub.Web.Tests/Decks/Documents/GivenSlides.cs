namespace MeetingHub.Web.Tests.Decks.Documents;

/// <summary>A PowerPoint file of the least parts that an office opens: a title, two paragraphs, notes, and a hidden slide.</summary>
internal static class GivenSlides
{
    private const string P = "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";
    private const string A = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";
    private const string R = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string Rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Kind = "application/vnd.openxmlformats-officedocument.presentationml";

    public const string OuterPicture = "http://tracker.example/pixel.png";

    public static byte[] Pptx(params (string Name, string Text)[] more) =>
        Given
            .Zip([
                .. Parts
                    .Where(p => more.All(m => m.Name != p.Name))
                    .Concat(more)
                    .Select(p => (p.Name, Given.Utf8(p.Text))),
            ])
            .ToArray();

    private static (string Name, string Text)[] Parts =>
        [
            (
                "[Content_Types].xml",
                $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/octet-stream"/><Override PartName="/ppt/presentation.xml" ContentType="{Kind}.presentation.main+xml"/><Override PartName="/ppt/slides/slide1.xml" ContentType="{Kind}.slide+xml"/><Override PartName="/ppt/slides/slide2.xml" ContentType="{Kind}.slide+xml"/><Override PartName="/ppt/slides/slide3.xml" ContentType="{Kind}.slide+xml"/><Override PartName="/ppt/slideMasters/slideMaster1.xml" ContentType="{Kind}.slideMaster+xml"/><Override PartName="/ppt/slideLayouts/slideLayout1.xml" ContentType="{Kind}.slideLayout+xml"/><Override PartName="/ppt/notesSlides/notesSlide1.xml" ContentType="{Kind}.notesSlide+xml"/><Override PartName="/ppt/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>
                """
            ),
            ("_rels/.rels", Rels(("r1", "officeDocument", "ppt/presentation.xml"))),
            (
                "ppt/presentation.xml",
                $"""<p:presentation {P} {A} {R}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="r1"/></p:sldMasterIdLst><p:sldIdLst><p:sldId id="256" r:id="r2"/><p:sldId id="257" r:id="r3"/><p:sldId id="258" r:id="r4"/></p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>"""
            ),
            (
                "ppt/_rels/presentation.xml.rels",
                Rels(
                    ("r1", "slideMaster", "slideMasters/slideMaster1.xml"),
                    ("r2", "slide", "slides/slide1.xml"),
                    ("r3", "slide", "slides/slide2.xml"),
                    ("r4", "slide", "slides/slide3.xml"),
                    ("r5", "theme", "theme/theme1.xml")
                )
            ),
            (
                "ppt/slideMasters/slideMaster1.xml",
                $"""<p:sldMaster {P} {A} {R}><p:cSld>{Tree("")}</p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="r1"/></p:sldLayoutIdLst></p:sldMaster>"""
            ),
            (
                "ppt/slideMasters/_rels/slideMaster1.xml.rels",
                Rels(("r1", "slideLayout", "../slideLayouts/slideLayout1.xml"), ("r2", "theme", "../theme/theme1.xml"))
            ),
            (
                "ppt/slideLayouts/slideLayout1.xml",
                $"<p:sldLayout {P} {A} {R}><p:cSld>{Tree("")}</p:cSld></p:sldLayout>"
            ),
            (
                "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
                Rels(("r1", "slideMaster", "../slideMasters/slideMaster1.xml"))
            ),
            (
                "ppt/slides/slide1.xml",
                Slide(Box(2, "type=\"title\"", "Школи Ізюма") + Box(3, "idx=\"1\"", "Дах зруйновано", "Учні вдома"))
            ),
            (
                "ppt/slides/_rels/slide1.xml.rels",
                $"""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Rel}/slideLayout" Target="../slideLayouts/slideLayout1.xml"/><Relationship Id="r2" Type="{Rel}/notesSlide" Target="../notesSlides/notesSlide1.xml"/><Relationship Id="r9" Type="{Rel}/image" Target="{OuterPicture}" TargetMode="External"/></Relationships>
                """
            ),
            (
                "ppt/notesSlides/notesSlide1.xml",
                $"<p:notes {P} {A} {R}><p:cSld>{Tree(Box(2, "type=\"body\"", "Скажіть повільно.") + Box(3, "type=\"sldNum\"", "1"))}</p:cSld></p:notes>"
            ),
            ("ppt/notesSlides/_rels/notesSlide1.xml.rels", Rels(("r1", "slide", "../slides/slide1.xml"))),
            ("ppt/slides/slide2.xml", Slide(Box(2, "type=\"title\"", "Прихована"), "show=\"0\"")),
            ("ppt/slides/_rels/slide2.xml.rels", Rels(("r1", "slideLayout", "../slideLayouts/slideLayout1.xml"))),
            ("ppt/slides/slide3.xml", Slide(Box(2, "type=\"title\"", "Наступні кроки"))),
            ("ppt/slides/_rels/slide3.xml.rels", Rels(("r1", "slideLayout", "../slideLayouts/slideLayout1.xml"))),
            (
                "ppt/theme/theme1.xml",
                $"""<a:theme {A} name="t"><a:themeElements><a:clrScheme name="c">{Colours}</a:clrScheme><a:fontScheme name="f"><a:majorFont><a:latin typeface="Noto Sans"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Noto Sans"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="m"><a:fillStyleLst/><a:lnStyleLst/><a:effectStyleLst/><a:bgFillStyleLst/></a:fmtScheme></a:themeElements></a:theme>"""
            ),
        ];

    private static string Colours =>
        string.Concat(
            "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink"
                .Split(' ')
                .Select(n =>
                    $"<a:{n}><a:srgbClr val=\"{(n.StartsWith("lt", StringComparison.Ordinal) ? "FFFFFF" : "203040")}\"/></a:{n}>"
                )
        );

    private static string Slide(string boxes, string attributes = "") =>
        $"<p:sld {P} {A} {R} {attributes}><p:cSld>{Tree(boxes)}</p:cSld></p:sld>";

    private static string Tree(string boxes) =>
        $"""<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{boxes}</p:spTree>""";

    private static string Box(int id, string place, params string[] lines) =>
        $"""<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="b{id}"/><p:cNvSpPr/><p:nvPr><p:ph {place}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="600000" y="{id * 1000000}"/><a:ext cx="9000000" cy="900000"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/>{string.Concat(lines.Select(l => $"<a:p><a:r><a:t>{l}</a:t></a:r></a:p>"))}</p:txBody></p:sp>""";

    private static string Rels(params (string Id, string Type, string Target)[] relations) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(relations.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{Rel}/{r.Type}\" Target=\"{r.Target}\"/>"))}</Relationships>""";
}
