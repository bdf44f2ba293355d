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
                "ідентифікатор проєкту",
                "identifiant du projet",
            ],
            true
        ),
        new(
            "dream_id",
            ColumnKind.Line,
            ["dream", "код dream", "id dream", "code dream", "проєкт у DREAM", "projet dans DREAM", "project in DREAM"]
        ),
        new(
            "katotth",
            ColumnKind.Katotth,
            [
                "катоттг",
                "код катоттг",
                "код населеного пункту",
                "code katottg",
                "katottg",
                "code KATOTTH",
                "KATOTTH code",
            ]
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
                "titre en ukrainien",
                "title in Ukrainian",
            ]
        ),
        new(
            "title_fr",
            ColumnKind.Line,
            [
                "titre",
                "nom du projet",
                "projet",
                "intitulé",
                "назва французькою",
                "titre français",
                "title french",
                "titre en français",
                "title in French",
            ]
        ),
        new(
            "title_en",
            ColumnKind.Line,
            [
                "title",
                "project",
                "project name",
                "назва англійською",
                "titre anglais",
                "title english",
                "titre en anglais",
                "title in English",
            ]
        ),
        new(
            "summary_uk",
            ColumnKind.Paragraph,
            ["опис", "короткий опис", "опис українською", "résumé en ukrainien", "summary in Ukrainian"]
        ),
        new(
            "summary_fr",
            ColumnKind.Paragraph,
            ["résumé", "опис французькою", "résumé en français", "summary in French"]
        ),
        new(
            "summary_en",
            ColumnKind.Paragraph,
            ["summary", "description", "опис англійською", "résumé en anglais", "summary in English"]
        ),
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
                "етап",
                "étape",
                "stage",
            ],
            Words: ProjectWords.Statuses
        ),
        new(
            "dream_status",
            ColumnKind.Line,
            ["статус dream", "statut dream", "статус у DREAM", "statut dans DREAM", "status in DREAM"]
        ),
        new(
            "dream_status_details",
            ColumnKind.Line,
            [
                "деталі статусу dream",
                "détails du statut dream",
                "уточнення статусу в DREAM",
                "détail du statut dans DREAM",
                "status details in DREAM",
            ]
        ),
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
                "type de travaux",
                "kind of works",
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
            [
                "пошкоджені об'єкти",
                "об'єкти",
                "коди об'єктів",
                "objets endommagés",
                "damaged objects",
                "damages",
                "збитки (ідентифікатори)",
                "dommages (identifiants)",
                "damages (ids)",
            ]
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
        new(
            "price_date",
            ColumnKind.Date,
            ["дата цін", "ціни станом на", "date des prix", "prices as of", "prix au", "prices of"]
        ),
        new(
            "progress_percent",
            ColumnKind.Percent,
            ["виконання %", "% виконання", "готовність", "готовність %", "avancement %", "progress", "progress %"]
        ),
        new(
            "priority",
            ColumnKind.Count,
            [
                "пріоритет",
                "черговість",
                "priorité",
                "rang",
                "пріоритет (1 – найвищий)",
                "priorité (1 = la première)",
                "priority (1 is the first)",
            ]
        ),
        new(
            "ask_type",
            ColumnKind.Word,
            [
                "тип запиту",
                "вид допомоги",
                "type de demande",
                "type of request",
                "про що просимо партнера",
                "ce qui est demandé au partenaire",
                "what is asked of a partner",
            ],
            Words: ProjectWords.Asks
        ),
        new(
            "ask_uk",
            ColumnKind.Paragraph,
            [
                "запит",
                "що потрібно",
                "запит українською",
                "прохання українською",
                "demande en ukrainien",
                "request in Ukrainian",
            ]
        ),
        new(
            "ask_fr",
            ColumnKind.Paragraph,
            [
                "demande",
                "ce que nous demandons",
                "запит французькою",
                "прохання французькою",
                "demande en français",
                "request in French",
            ]
        ),
        new(
            "ask_en",
            ColumnKind.Paragraph,
            [
                "ask",
                "request",
                "what we ask",
                "запит англійською",
                "прохання англійською",
                "demande en anglais",
                "request in English",
            ]
        ),
        new(
            "public_url",
            ColumnKind.Address,
            [
                "сторінка проєкту",
                "посилання",
                "page du projet",
                "lien",
                "link",
                "url",
                "web page",
                "публічна сторінка",
                "page publique",
                "public page",
            ]
        ),
        new(
            "source_url",
            ColumnKind.Address,
            [
                "джерело",
                "посилання на джерело",
                "source",
                "lien de la source",
                "source link",
                "lien vers la source",
                "link to the source",
            ]
        ),
        .. SharedColumns.Closing,
    ];
}
