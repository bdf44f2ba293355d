namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>The columns of <c>projects.csv</c>.</summary>
internal static class ProjectColumns
{
    public static readonly IReadOnlyList<Column> All =
    [
        new(
            "project_id",
            ColumnKind.Id,
            [
                "id",
                "номер",
                "код проєкту",
                "код проекту",
                "ідентифікатор",
                "identifiant",
                "code du projet",
                "numéro",
                "project code",
            ],
            true
        ),
        new("dream_id", ColumnKind.Line, ["dream", "код dream", "id dream", "code dream"]),
        new(
            "katotth",
            ColumnKind.Katotth,
            ["катоттг", "код катоттг", "код населеного пункту", "code katottg", "katottg"]
        ),
        new(
            "title_uk",
            ColumnKind.Line,
            [
                "назва",
                "назва проєкту",
                "назва проекту",
                "проєкт",
                "проект",
                "найменування",
                "назва українською",
                "titre ukrainien",
                "title ukrainian",
            ]
        ),
        new(
            "title_fr",
            ColumnKind.Line,
            ["titre", "nom du projet", "projet", "intitulé", "назва французькою", "titre français", "title french"]
        ),
        new(
            "title_en",
            ColumnKind.Line,
            ["title", "project", "project name", "назва англійською", "titre anglais", "title english"]
        ),
        new("summary_uk", ColumnKind.Paragraph, ["опис", "короткий опис", "опис українською"]),
        new("summary_fr", ColumnKind.Paragraph, ["résumé", "опис французькою"]),
        new("summary_en", ColumnKind.Paragraph, ["summary", "description", "опис англійською"]),
        new(
            "status_oc4ids",
            ColumnKind.Word,
            [
                "статус",
                "стан",
                "стан проєкту",
                "стан проекту",
                "statut",
                "état",
                "avancement",
                "status",
                "project status",
            ],
            Words: ProjectWords.Statuses
        ),
        new("dream_status", ColumnKind.Line, ["статус dream", "statut dream"]),
        new("dream_status_details", ColumnKind.Line, ["деталі статусу dream", "détails du statut dream"]),
        new(
            "project_type",
            ColumnKind.Word,
            [
                "тип проєкту",
                "тип проекту",
                "вид робіт",
                "type de projet",
                "nature des travaux",
                "type of project",
                "type",
            ],
            Words: ProjectWords.Types
        ),
        new("purpose", ColumnKind.Line, ["мета", "призначення", "but", "finalité"]),
        new("sector_oc4ids", ColumnKind.Line, ["сектор oc4ids", "secteur oc4ids", "oc4ids sector"]),
        new(
            "rdna_sector",
            ColumnKind.Word,
            ["сектор", "галузь", "сфера", "secteur", "sector"],
            Words: DamageWords.Sectors
        ),
        new(
            "damage_ids",
            ColumnKind.Ids,
            ["пошкоджені об'єкти", "об'єкти", "коди об'єктів", "objets endommagés", "damaged objects", "damages"]
        ),
        new(
            "implementer",
            ColumnKind.Line,
            ["виконавець", "замовник", "maître d'ouvrage", "exécutant", "implemented by", "contractor"]
        ),
        new("start_date", ColumnKind.Date, ["початок", "дата початку", "début", "date de début", "start"]),
        new("end_date", ColumnKind.Date, ["кінець", "завершення", "дата завершення", "fin", "date de fin", "end"]),
        new(
            "cost_total",
            ColumnKind.Amount,
            [
                "вартість",
                "загальна вартість",
                "кошторис",
                "бюджет",
                "coût",
                "coût total",
                "budget",
                "cost",
                "total cost",
            ]
        ),
        new("currency", ColumnKind.Currency, ["валюта", "devise", "monnaie"]),
        new("price_date", ColumnKind.Date, ["дата цін", "ціни станом на", "date des prix", "prices as of"]),
        new(
            "progress_percent",
            ColumnKind.Percent,
            ["виконання %", "% виконання", "готовність", "avancement %", "progress", "progress %"]
        ),
        new("priority", ColumnKind.Count, ["пріоритет", "черговість", "priorité", "rang"]),
        new(
            "ask_type",
            ColumnKind.Word,
            ["тип запиту", "вид допомоги", "type de demande", "type of request"],
            Words: ProjectWords.Asks
        ),
        new("ask_uk", ColumnKind.Paragraph, ["запит", "що потрібно", "запит українською"]),
        new("ask_fr", ColumnKind.Paragraph, ["demande", "ce que nous demandons", "запит французькою"]),
        new("ask_en", ColumnKind.Paragraph, ["ask", "request", "what we ask", "запит англійською"]),
        new(
            "public_url",
            ColumnKind.Address,
            ["сторінка проєкту", "посилання", "page du projet", "lien", "link", "url", "web page"]
        ),
        new(
            "source_url",
            ColumnKind.Address,
            ["джерело", "посилання на джерело", "source", "lien de la source", "source link"]
        ),
        .. SharedColumns.Closing,
    ];
}
