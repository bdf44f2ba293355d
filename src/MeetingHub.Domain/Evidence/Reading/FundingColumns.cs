namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>The columns of <c>funding.csv</c>, and an id, which most such tables do not have (<see cref="FundingIds"/>).</summary>
internal static class FundingColumns
{
    public static readonly IReadOnlyList<Column> All =
    [
        new("funding_id", ColumnKind.Id, ["id", "номер", "код", "identifiant", "numéro", "ідентифікатор"]),
        new(
            "project_id",
            ColumnKind.Id,
            [
                "проєкт",
                "проект",
                "код проєкту",
                "код проекту",
                "projet",
                "code du projet",
                "project",
                "project code",
                "ідентифікатор проєкту",
                "identifiant du projet",
            ],
            true
        ),
        new(
            "finance_type",
            ColumnKind.Line,
            [
                "тип фінансування",
                "вид фінансування",
                "type de financement",
                "type of finance",
                "finance",
                "kind of finance",
            ]
        ),
        new(
            "finance_category",
            ColumnKind.Line,
            [
                "категорія",
                "категорія фінансування",
                "catégorie",
                "category",
                "catégorie de financement",
                "category of finance",
            ]
        ),
        new(
            "party",
            ColumnKind.Line,
            [
                "донор",
                "джерело фінансування",
                "партнер",
                "хто надає",
                "bailleur",
                "financeur",
                "partenaire",
                "donor",
                "funder",
                "partner",
                "сторона",
                "partie",
            ]
        ),
        new("amount", ColumnKind.Amount, ["сума", "montant", "somme", "sum"], true),
        new("currency", ColumnKind.Currency, ["валюта", "devise", "monnaie"], true),
        new("state", ColumnKind.Word, ["стан", "статус", "état", "statut", "status"], true, ProjectWords.FundingStates),
        new("date", ColumnKind.Date, ["дата"]),
        new(
            "source_url",
            ColumnKind.Address,
            [
                "джерело",
                "посилання",
                "посилання на джерело",
                "source",
                "lien",
                "link",
                "lien vers la source",
                "link to the source",
            ]
        ),
    ];
}
