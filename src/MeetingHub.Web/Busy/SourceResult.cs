using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Busy;

/// <summary>How a reading went, in words.</summary>
public static class SourceResult
{
    public static string Text(this Texts texts, BusyAnswer answer) =>
        answer switch
        {
            BusyAnswer.Known known => texts["busy.read", BusySources.TrialDays, known.Times.Count],
            BusyAnswer.Unknown unknown => texts["busy.not_read", texts.Of(unknown.Why)],
            _ => "",
        };
}
