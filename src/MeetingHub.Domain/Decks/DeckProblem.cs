namespace MeetingHub.Domain.Decks;

/// <summary>
/// What is wrong with a deck, for the person who wrote it. The code is the key of a localized text, the arguments fill it;
/// the line counts from 1 in the deck's own file and is 0 when no single line is to blame.
/// </summary>
public sealed record DeckProblem(string Code, int Line, params IReadOnlyList<string> Args)
{
    public const string DataMany = "deck.problem.data_many";
    public const string NoFrontMatter = "deck.problem.no_front_matter";
    public const string NoTitle = "deck.problem.no_title";
    public const string Languages = "deck.problem.languages";
    public const string TooLong = "deck.problem.too_long";
    public const string NoSlides = "deck.problem.no_slides";
    public const string TooManySlides = "deck.problem.too_many_slides";
    public const string SlideTooLong = "deck.problem.slide_too_long";
    public const string TextBeforeSlide = "deck.problem.text_before_slide";
    public const string SlideId = "deck.problem.slide_id";
    public const string DuplicateId = "deck.problem.duplicate_id";
    public const string Layout = "deck.problem.layout";
    public const string UnknownContainer = "deck.problem.unknown_container";
    public const string NestedContainer = "deck.problem.nested_container";
    public const string ContainerNotClosed = "deck.problem.container_not_closed";
    public const string NothingToClose = "deck.problem.nothing_to_close";
    public const string CodeNotClosed = "deck.problem.code_not_closed";
    public const string LanguageNotListed = "deck.problem.language_not_listed";
    public const string SourceMissing = "deck.problem.source_missing";
    public const string TooDeep = "deck.problem.too_deep";
    public const string TooSlow = "deck.problem.too_slow";
    public const string Link = "deck.problem.link";
    public const string PictureMissing = "deck.problem.picture_missing";
    public const string BarsTable = "deck.problem.bars_table";
    public const string BarsValue = "deck.problem.bars_value";
    public const string BarsOption = "deck.problem.bars_option";

    public const string DataNone = "deck.problem.data_none";
    public const string DataView = "deck.problem.data_view";
    public const string DataOption = "deck.problem.data_option";
    public const string DataValue = "deck.problem.data_value";
    public const string DataRow = "deck.problem.data_row";
    public const string DataBlock = "deck.problem.data_block";

    public const string FileType = "deck.problem.file_type";
    public const string FileTooLarge = "deck.problem.file_too_large";
    public const string NotUtf8 = "deck.problem.not_utf8";
    public const string ZipBroken = "deck.problem.zip_broken";
    public const string ZipEncrypted = "deck.problem.zip_encrypted";
    public const string ZipNested = "deck.problem.zip_nested";
    public const string ZipTooMany = "deck.problem.zip_too_many";
    public const string ZipName = "deck.problem.zip_name";
    public const string ZipLink = "deck.problem.zip_link";
    public const string ZipDuplicate = "deck.problem.zip_duplicate";
    public const string ZipOneDeck = "deck.problem.zip_one_deck";
    public const string PictureType = "deck.problem.picture_type";
    public const string PictureTooLarge = "deck.problem.picture_too_large";
    public const string PicturePixels = "deck.problem.picture_pixels";
    public const string PictureBroken = "deck.problem.picture_broken";
    public const string PictureTraces = "deck.problem.picture_traces";
    public const string PictureName = "deck.problem.picture_name";
    public const string PictureMany = "deck.problem.picture_many";
    public const string FileMarkup = "deck.problem.file_markup";

    public const string PageBlock = "deck.problem.page_block";
    public const string PageFile = "deck.problem.page_file";
    public const string PageNumber = "deck.problem.page_number";

    public const string PdfBroken = "deck.problem.pdf_broken";
    public const string PdfEncrypted = "deck.problem.pdf_encrypted";
    public const string PdfTooManyPages = "deck.problem.pdf_too_many_pages";
    public const string PdfHiddenLayers = "deck.problem.pdf_hidden_layers";
    public const string PdfTooHard = "deck.problem.pdf_too_hard";
    public const string PdfTraces = "deck.problem.pdf_traces";

    public const string SlidesEncrypted = "deck.problem.slides_encrypted";
    public const string SlidesMacros = "deck.problem.slides_macros";
    public const string SlidesBroken = "deck.problem.slides_broken";
    public const string SlidesNoOffice = "deck.problem.slides_no_office";
    public const string SlidesTooHard = "deck.problem.slides_too_hard";
}
