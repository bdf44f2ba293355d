namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>How damages are described in the tables of councils, besides the codes.</summary>
internal static class DamageWords
{
    public static readonly Words<Sector> Sectors = new(
        (Sector.Housing, ["житло", "житловий фонд", "житловий сектор", "logement", "habitat"]),
        (Sector.Transport, ["транспорт", "транспорт і дороги", "дороги", "transports", "roads", "routes"]),
        (
            Sector.Energy,
            ["енергетика", "енергетика та видобування", "énergie", "power", "electricity", "теплопостачання"]
        ),
        (
            Sector.CommerceIndustry,
            [
                "торгівля і промисловість",
                "торгівля та промисловість",
                "промисловість",
                "торгівля",
                "commerce et industrie",
                "commerce",
                "industrie",
                "industry",
                "commerce and industry",
                "business",
            ]
        ),
        (
            Sector.EducationScience,
            [
                "освіта",
                "освіта і наука",
                "освіта та наука",
                "наука",
                "éducation",
                "enseignement",
                "éducation et science",
                "education",
                "education and science",
                "science",
            ]
        ),
        (Sector.Agriculture, ["сільське господарство", "агро", "аграрний сектор", "farming"]),
        (
            Sector.WaterSanitation,
            [
                "водопостачання",
                "водопостачання та водовідведення",
                "водопостачання і водовідведення",
                "вода",
                "eau et assainissement",
                "eau",
                "assainissement",
                "water",
                "water and sanitation",
                "water supply and sanitation",
                "wash",
            ]
        ),
        (
            Sector.CultureTourism,
            [
                "культура",
                "культура і туризм",
                "культура та туризм",
                "туризм",
                "спорт",
                "culture",
                "culture et tourisme",
                "tourisme",
                "culture and tourism",
                "tourism",
            ]
        ),
        (
            Sector.MunicipalServices,
            [
                "комунальні послуги",
                "муніципальні послуги",
                "жкг",
                "житлово комунальне господарство",
                "services municipaux",
                "services communaux",
                "municipal services",
            ]
        ),
        (
            Sector.TelecomDigitalMedia,
            [
                "зв'язок",
                "телекомунікації",
                "телекомунікації цифрові технології та медіа",
                "медіа",
                "télécommunications",
                "telecom",
                "telecommunications",
                "digital",
                "télécommunications numérique et médias",
                "media",
            ]
        ),
        (
            Sector.EnvironmentForestry,
            [
                "довкілля",
                "довкілля та лісове господарство",
                "екологія",
                "ліси",
                "лісове господарство",
                "environnement",
                "environnement et forêts",
                "forêt",
                "environment",
                "forestry",
                "environment and forestry",
            ]
        ),
        (Sector.Health, ["охорона здоров'я", "медицина", "здоров'я", "santé", "healthcare"]),
        (
            Sector.IrrigationWater,
            [
                "зрошення",
                "зрошення та водні ресурси",
                "іригація",
                "меліорація",
                "irrigation",
                "irrigation et ressources en eau",
                "irrigation and water resources",
            ]
        ),
        (
            Sector.SocialProtection,
            ["соціальний захист", "соцзахист", "protection sociale", "social", "social protection and livelihoods"]
        ),
        (
            Sector.JusticeAdmin,
            [
                "юстиція та державне управління",
                "адміністрація",
                "правосуддя",
                "урядування",
                "justice et administration",
                "administration",
                "justice",
                "governance",
                "public administration",
                "justice and public administration",
            ]
        ),
        (
            Sector.EmergencyCivilProtection,
            [
                "цивільний захист",
                "надзвичайні ситуації",
                "дснс",
                "надзвичайні ситуації та цивільний захист",
                "protection civile",
                "secours",
                "civil protection",
                "emergency response",
                "emergency response and civil protection",
            ]
        ),
        (
            Sector.FinanceBanking,
            [
                "фінанси",
                "банки",
                "фінанси та банківська справа",
                "finance",
                "banque",
                "finance et banque",
                "banking",
                "finance and banking",
            ]
        ),
        (
            Sector.ExplosiveHazard,
            [
                "вибухонебезпечні предмети",
                "розмінування",
                "управління вибухонебезпекою",
                "déminage",
                "risque d'explosion",
                "demining",
                "mine action",
                "explosive hazard management",
            ]
        )
    );

    public static readonly Words<DamageGrade> Grades = new(
        (DamageGrade.Unknown, ["невідомо", "невідомий", "inconnu", "n/a"]),
        (
            DamageGrade.Minor,
            ["незначний", "незначні", "незначне", "легкий", "слабкий", "léger", "legers", "mineur", "light", "slight"]
        ),
        (
            DamageGrade.Moderate,
            ["середній", "середні", "помірний", "помірні", "modéré", "moyen", "medium", "moderately damaged"]
        ),
        (
            DamageGrade.Severe,
            [
                "сильний",
                "значний",
                "значні",
                "тяжкий",
                "важкий",
                "grave",
                "sévère",
                "lourd",
                "heavy",
                "major",
                "severely damaged",
            ]
        ),
        (
            DamageGrade.Destroyed,
            [
                "зруйновано",
                "зруйнований",
                "зруйнована",
                "знищено",
                "знищений",
                "détruit",
                "détruite",
                "destroyed",
                "collapsed",
            ]
        )
    );

    public static readonly Words<GeoPrecision> Precisions = new(
        (
            GeoPrecision.Settlement,
            ["населений пункт", "місто", "село", "громада", "localité", "ville", "commune", "town", "city", "village"]
        ),
        (GeoPrecision.Street, ["вулиця", "квартал", "rue", "quartier", "block"]),
        (
            GeoPrecision.Exact,
            ["точно", "точна", "будівля", "адреса", "précis", "exacte", "bâtiment", "adresse", "building", "address"]
        )
    );

    public static readonly Words<AssessmentMethod> Methods = new(
        (
            AssessmentMethod.CommissionAct,
            [
                "акт комісії",
                "акт обстеження",
                "комісійне обстеження",
                "procès-verbal d'inspection",
                "commission",
                "inspection",
                "survey report",
                "commission survey",
            ]
        ),
        (
            AssessmentMethod.Engineering,
            [
                "технічне обстеження",
                "інженерне обстеження",
                "expertise technique",
                "étude technique",
                "technical survey",
            ]
        ),
        (
            AssessmentMethod.Satellite,
            ["супутник", "супутникові знімки", "satellite imagery", "image satellite", "imagerie satellitaire"]
        ),
        (
            AssessmentMethod.Reported,
            ["повідомлення", "за повідомленням", "зі слів", "déclaration", "signalement", "report", "declared"]
        )
    );

    public static readonly Words<RecoveryState> States = new(
        (
            RecoveryState.None,
            ["немає", "не розпочато", "ні", "нічого", "aucun", "aucune", "rien", "non commencé", "not started", "no"]
        ),
        (
            RecoveryState.Temporary,
            ["тимчасово", "тимчасовий ремонт", "консервація", "provisoire", "temporaire", "temporary repair"]
        ),
        (
            RecoveryState.Repairing,
            [
                "ремонтується",
                "триває ремонт",
                "ремонт",
                "у роботі",
                "en réparation",
                "en cours",
                "travaux en cours",
                "in progress",
                "under repair",
            ]
        ),
        (
            RecoveryState.Restored,
            [
                "відновлено",
                "відбудовано",
                "відремонтовано",
                "завершено",
                "rétabli",
                "réparé",
                "reconstruit",
                "repaired",
                "rebuilt",
                "done",
            ]
        ),
        (RecoveryState.Demolished, ["знесено", "демонтовано", "démoli", "demolition"])
    );

    // No "limited" by halves: only words that cannot be taken for another grade of access.
    public static readonly Words<Access> Accesses = new(
        (Access.Open, ["відкрито", "відкритий", "публічно", "ouvert", "public"]),
        (Access.Limited, ["обмежено", "обмежений", "limité", "agrégé"]),
        (
            Access.Restricted,
            [
                "закрито",
                "закритий",
                "заборонено",
                "restreint",
                "fermé",
                "confidentiel",
                "closed",
                "confidential",
                "secret",
                "дск",
                "для службового користування",
            ]
        )
    );
}
