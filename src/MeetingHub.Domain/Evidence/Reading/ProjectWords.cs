namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>How projects and their funding are described in the tables of councils, besides the codes.</summary>
internal static class ProjectWords
{
    public static readonly Words<ProjectStatus> Statuses = new(
        (
            ProjectStatus.Identification,
            ["ідея", "визначення", "ідентифікація", "identifié", "idée", "idea", "planned", "визначення потреби"]
        ),
        (ProjectStatus.Preparation, ["підготовка", "проєктування", "préparation", "étude", "design", "planning"]),
        (
            ProjectStatus.Implementation,
            [
                "виконання",
                "реалізація",
                "впровадження",
                "будівництво",
                "у роботі",
                "mise en œuvre",
                "réalisation",
                "travaux",
                "en cours",
                "in progress",
                "active",
                "ongoing",
            ]
        ),
        (
            ProjectStatus.Completion,
            ["завершено", "завершений", "завершення", "achevé", "achèvement", "terminé", "complete", "completed"]
        ),
        (ProjectStatus.Maintenance, ["експлуатація", "утримання", "entretien", "exploitation", "operation"]),
        (ProjectStatus.Decommissioning, ["виведення з експлуатації", "mise hors service"]),
        (ProjectStatus.Decommissioned, ["виведено з експлуатації", "hors service"]),
        (ProjectStatus.Cancelled, ["скасовано", "скасований", "annulé", "abandonné", "canceled"])
    );

    public static readonly Words<ProjectType> Types = new(
        (ProjectType.Construction, ["будівництво", "нове будівництво", "construction neuve", "new construction"]),
        (ProjectType.Maintenance, ["утримання", "обслуговування", "entretien", "upkeep"]),
        (
            ProjectType.Rehabilitation,
            [
                "ремонт",
                "капітальний ремонт",
                "реконструкція",
                "відновлення",
                "réhabilitation",
                "rénovation",
                "réparation",
                "repair",
                "reconstruction",
                "renovation",
            ]
        ),
        (ProjectType.Replacement, ["заміна", "remplacement"]),
        (ProjectType.Expansion, ["розширення", "extension", "agrandissement"]),
        (
            ProjectType.Decommissioning,
            ["демонтаж", "знесення", "démolition", "demolition", "виведення з експлуатації", "mise hors service"]
        )
    );

    public static readonly Words<AskType> Asks = new(
        (AskType.None, ["немає", "ні", "aucune", "aucun", "rien", "no", "nothing", "нічого"]),
        (AskType.Expertise, ["експертиза", "консультації", "знання", "conseil", "advice"]),
        (AskType.Equipment, ["обладнання", "техніка", "équipement", "matériel"]),
        (AskType.Funding, ["фінансування", "кошти", "financement", "money"]),
        (AskType.Exchange, ["обмін", "обмін досвідом", "échange", "échange d'expérience"])
    );

    public static readonly Words<FundingState> FundingStates = new(
        (
            FundingState.Sought,
            ["шукаємо", "потрібно", "очікується", "запитано", "recherché", "demandé", "requested", "needed"]
        ),
        (FundingState.Pledged, ["обіцяно", "заявлено", "promis", "annoncé", "promised", "announced"]),
        (
            FundingState.Committed,
            [
                "виділено",
                "підписано",
                "гарантовано",
                "затверджено",
                "engagé",
                "signé",
                "accordé",
                "signed",
                "approved",
                "підтверджено",
            ]
        ),
        (
            FundingState.Disbursed,
            [
                "сплачено",
                "перераховано",
                "виплачено",
                "профінансовано",
                "отримано",
                "versé",
                "décaissé",
                "payé",
                "reçu",
                "paid",
                "received",
            ]
        )
    );
}
