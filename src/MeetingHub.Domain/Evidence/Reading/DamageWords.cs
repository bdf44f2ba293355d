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
                "освіта й наука",
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
                "водопостачання й водовідведення",
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
                "культура й туризм",
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
                "зв'язок, цифрові послуги, медіа",
                "télécoms, numérique, médias",
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
                "довкілля й ліси",
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
                "зрошення й водні ресурси",
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
                "юстиція й управління",
                "justice and administration",
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
                "рятувальні служби й цивільний захист",
                "secours et protection civile",
                "emergency response, civil protection",
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
                "фінанси й банки",
                "finance et banques",
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
                "протимінна діяльність",
                "dépollution des explosifs",
            ]
        )
    );

    public static readonly Words<DamageGrade> Grades = new(
        (
            DamageGrade.Unknown,
            ["невідомо", "невідомий", "inconnu", "n/a", "не обстежено", "non évalué", "not assessed"]
        ),
        (
            DamageGrade.Minor,
            [
                "незначний",
                "незначні",
                "незначне",
                "незначна",
                "легке",
                "легкі",
                "легка",
                "легкий",
                "слабкий",
                "léger",
                "legers",
                "mineur",
                "light",
                "slight",
            ]
        ),
        (
            DamageGrade.Moderate,
            [
                "середній",
                "середні",
                "середнє",
                "середня",
                "помірна",
                "помірний",
                "помірні",
                "modéré",
                "moyen",
                "medium",
                "moderately damaged",
                "помірне",
            ]
        ),
        (
            DamageGrade.Severe,
            [
                "сильний",
                "сильне",
                "сильна",
                "сильні",
                "тяжке",
                "важке",
                "значна",
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
                "значне",
            ]
        ),
        (
            DamageGrade.Destroyed,
            [
                "зруйновано",
                "зруйнований",
                "зруйнована",
                "зруйноване",
                "зруйновані",
                "знищена",
                "знищене",
                "знищені",
                "повністю зруйновано",
                "détruits",
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
            [
                "точно",
                "точна",
                "будівля",
                "адреса",
                "précis",
                "exacte",
                "bâtiment",
                "adresse",
                "building",
                "address",
                "точне місце",
                "lieu exact",
                "exact place",
            ]
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
                "акт обстеження комісії",
                "commission's survey report",
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
                "engineering assessment",
            ]
        ),
        (
            AssessmentMethod.Satellite,
            [
                "супутник",
                "супутникові знімки",
                "satellite imagery",
                "image satellite",
                "imagerie satellitaire",
                "супутниковий знімок",
                "satellite image",
            ]
        ),
        (
            AssessmentMethod.Reported,
            ["повідомлення", "за повідомленням", "зі слів", "déclaration", "signalement", "report", "declared"]
        )
    );

    public static readonly Words<RecoveryState> States = new(
        (
            RecoveryState.None,
            [
                "немає",
                "не розпочато",
                "ні",
                "нічого",
                "aucun",
                "aucune",
                "rien",
                "non commencé",
                "not started",
                "no",
                "ще нічого не зроблено",
                "rien encore",
                "nothing done yet",
            ]
        ),
        (
            RecoveryState.Temporary,
            [
                "тимчасово",
                "тимчасовий ремонт",
                "консервація",
                "provisoire",
                "temporaire",
                "temporary repair",
                "réparation provisoire",
            ]
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
                "being repaired",
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
                "remis en état",
            ]
        ),
        (RecoveryState.Demolished, ["знесено", "демонтовано", "démoli", "demolition"])
    );

    // Only words that cannot be taken for a milder grade of access than was meant: "limité" is asked about.
    public static readonly Words<Access> Accesses = new(
        (Access.Open, ["відкрито", "відкритий", "публічно", "ouvert", "public"]),
        (Access.Limited, ["agrégé", "лише в підсумках", "compté seulement", "counted only"]),
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
                "обмежено",
                "обмежений",
            ]
        )
    );
}
