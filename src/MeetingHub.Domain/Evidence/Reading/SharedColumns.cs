namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>The columns with which every file about objects and projects ends.</summary>
internal static class SharedColumns
{
    public static readonly IReadOnlyList<Column> Closing =
    [
        new(
            "access",
            ColumnKind.Word,
            ["доступ", "рівень доступу", "accès", "niveau d'accès", "access level"],
            Words: DamageWords.Accesses
        ),
        new(
            "release_after",
            ColumnKind.Date,
            [
                "оприлюднити після",
                "не раніше",
                "publier après",
                "release date",
                "publish after",
                "не показувати до",
                "ne pas montrer avant",
                "not shown before",
            ]
        ),
        new(
            "updated_at",
            ColumnKind.Date,
            [
                "оновлено",
                "дата оновлення",
                "mis à jour",
                "mise à jour",
                "updated",
                "last update",
                "запис оновлено",
                "ligne mise à jour",
                "row updated",
            ]
        ),
    ];
}
