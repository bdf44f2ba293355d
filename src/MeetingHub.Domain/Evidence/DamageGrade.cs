namespace MeetingHub.Domain.Evidence;

/// <summary>
/// How badly an object is damaged, in one scale for all. The scheme and the value that the assessment itself used (survey
/// categories I–III, UNOSAT, EMS-98, Copernicus) are kept verbatim beside it.
/// </summary>
public enum DamageGrade
{
    Unknown,
    Minor,
    Moderate,
    Severe,
    Destroyed,
}

/// <summary>How the damage was assessed: figures of different methods are not added up without saying so.</summary>
public enum AssessmentMethod
{
    CommissionAct,
    Engineering,
    Satellite,
    Reported,
}

/// <summary>What has been done about it since.</summary>
public enum RecoveryState
{
    None,
    Temporary,
    Repairing,
    Restored,
    Demolished,
}
