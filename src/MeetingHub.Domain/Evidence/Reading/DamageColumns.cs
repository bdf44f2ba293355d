namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>The columns of <c>damages.csv</c>.</summary>
internal static class DamageColumns
{
    public static readonly IReadOnlyList<Column> All =
    [
        new(
            "damage_id",
            ColumnKind.Id,
            ["id", "номер", "код об'єкта", "ідентифікатор", "id об'єкта", "identifiant", "numéro", "object id"],
            true
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
            "name_uk",
            ColumnKind.Line,
            [
                "назва",
                "об'єкт",
                "назва об'єкта",
                "найменування",
                "назва українською",
                "nom ukrainien",
                "name ukrainian",
                "nom en ukrainien",
                "name in Ukrainian",
            ]
        ),
        new(
            "name_fr",
            ColumnKind.Line,
            [
                "nom",
                "désignation",
                "назва французькою",
                "nom français",
                "name french",
                "nom en français",
                "name in French",
            ]
        ),
        new(
            "name_en",
            ColumnKind.Line,
            ["name", "object", "назва англійською", "nom anglais", "name english", "nom en anglais", "name in English"]
        ),
        new(
            "object_type",
            ColumnKind.Line,
            [
                "тип об'єкта",
                "вид об'єкта",
                "тип",
                "type d'objet",
                "type d'ouvrage",
                "type of object",
                "type",
                "kind of object",
            ]
        ),
        new(
            "rdna_sector",
            ColumnKind.Word,
            ["сектор", "галузь", "сфера", "secteur", "sector"],
            true,
            DamageWords.Sectors
        ),
        new(
            "public_place_uk",
            ColumnKind.Line,
            [
                "вулиця",
                "місце",
                "адреса",
                "розташування",
                "rue",
                "lieu",
                "adresse",
                "street",
                "place",
                "address",
                "вулиця чи квартал",
                "rue ou quartier",
                "street or quarter",
            ]
        ),
        new("lat", ColumnKind.Latitude, ["широта", "latitude", "y"]),
        new("lon", ColumnKind.Longitude, ["довгота", "longitude", "lng", "long", "x"]),
        new(
            "geo_precision",
            ColumnKind.Word,
            [
                "точність",
                "точність місця",
                "précision",
                "précision du lieu",
                "precision",
                "точність показу",
                "précision affichée",
                "shown as exactly as",
            ],
            Words: DamageWords.Precisions
        ),
        new(
            "damaged_from",
            ColumnKind.Date,
            [
                "дата пошкодження",
                "пошкоджено з",
                "дата руйнування",
                "endommagé du",
                "date du dommage",
                "damage date",
                "date of damage",
                "damaged",
                "endommagé depuis",
            ]
        ),
        new("damaged_to", ColumnKind.Date, ["пошкоджено до", "endommagé au", "damaged until", "endommagé jusqu'au"]),
        new(
            "grade",
            ColumnKind.Word,
            [
                "ступінь",
                "ступінь пошкодження",
                "degré",
                "degré de dommage",
                "damage grade",
                "damage level",
                "degree of damage",
            ],
            Words: DamageWords.Grades
        ),
        new(
            "grade_scheme",
            ColumnKind.Line,
            ["шкала", "шкала оцінки", "échelle", "scheme", "scale", "échelle d'évaluation", "scale of the assessment"]
        ),
        new(
            "grade_original",
            ColumnKind.Line,
            [
                "категорія",
                "категорія обстеження",
                "категорія пошкодження",
                "catégorie",
                "degré d'origine",
                "original grade",
                "category",
                "ступінь за цією шкалою",
                "degré dans cette échelle",
                "degree in that scale",
            ]
        ),
        new(
            "damage_percent",
            ColumnKind.Percent,
            [
                "відсоток пошкодження",
                "пошкодження %",
                "% пошкодження",
                "taux de dommage",
                "dommage %",
                "damage %",
                "percent damaged",
                "пошкоджено, %",
                "endommagé, %",
                "damaged, %",
            ]
        ),
        new(
            "assessment_method",
            ColumnKind.Word,
            [
                "метод оцінки",
                "спосіб обстеження",
                "як визначено",
                "méthode",
                "méthode d'évaluation",
                "assessment",
                "method",
                "спосіб оцінки",
                "assessed by",
            ],
            Words: DamageWords.Methods
        ),
        new("source_title", ColumnKind.Line, ["джерело", "source"]),
        new(
            "source_url",
            ColumnKind.Address,
            [
                "посилання на джерело",
                "адреса джерела",
                "посилання",
                "lien de la source",
                "lien",
                "source link",
                "link",
                "lien vers la source",
                "link to the source",
            ]
        ),
        new(
            "source_date",
            ColumnKind.Date,
            [
                "дата джерела",
                "дата обстеження",
                "дата акта",
                "станом на",
                "date de la source",
                "as of",
                "date of source",
                "date d'inspection",
                "survey date",
                "date of the source",
            ]
        ),
        new(
            "floor_area_m2",
            ColumnKind.Quantity,
            ["площа", "площа м2", "загальна площа", "surface", "surface m2", "floor area", "area", "area m2"]
        ),
        new(
            "people_served_before",
            ColumnKind.Count,
            [
                "обслуговувалося людей до",
                "людей до",
                "personnes desservies avant",
                "people before",
                "people served",
                "обслуговували людей раніше",
            ]
        ),
        new(
            "people_served_now",
            ColumnKind.Count,
            [
                "обслуговується людей",
                "людей зараз",
                "personnes desservies actuellement",
                "people now",
                "обслуговують людей тепер",
                "personnes desservies aujourd'hui",
            ]
        ),
        new(
            "damage_amount",
            ColumnKind.Amount,
            [
                "збитки",
                "сума збитків",
                "вартість ремонту",
                "dommages",
                "montant des dommages",
                "coût de réparation",
                "damage",
                "repair cost",
            ]
        ),
        new(
            "loss_amount",
            ColumnKind.Amount,
            ["втрати", "сума втрат", "pertes", "montant des pertes", "losses", "loss"]
        ),
        new(
            "need_amount",
            ColumnKind.Amount,
            [
                "потреби",
                "сума потреб",
                "вартість відновлення",
                "besoins",
                "montant des besoins",
                "needs",
                "need",
                "recovery cost",
            ]
        ),
        new("currency", ColumnKind.Currency, ["валюта", "devise", "monnaie"]),
        new(
            "price_date",
            ColumnKind.Date,
            ["дата цін", "ціни станом на", "date des prix", "prices as of", "prix au", "prices of"]
        ),
        new(
            "recovery_state",
            ColumnKind.Word,
            [
                "стан відновлення",
                "відновлення",
                "état du relèvement",
                "état des travaux",
                "recovery",
                "state of recovery",
                "relèvement",
            ],
            Words: DamageWords.States
        ),
        new(
            "dream_object_id",
            ColumnKind.Line,
            [
                "dream",
                "код dream",
                "id dream",
                "code dream",
                "dream id",
                "об'єкт у DREAM",
                "objet dans DREAM",
                "object in DREAM",
            ]
        ),
        .. SharedColumns.Closing,
    ];
}
