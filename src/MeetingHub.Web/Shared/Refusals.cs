using MeetingHub.Domain;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Shared;

/// <summary>A refusal in the reader's language and in HTTP's: one place for both.</summary>
public static class Refusals
{
    public static string Text(this Texts texts, Refusal refusal) => texts[$"refusal.{Code.Of(refusal)}"];

    public static int Status(this Refusal refusal) =>
        refusal switch
        {
            Refusal.NotFound or Refusal.LinkInvalid => StatusCodes.Status404NotFound,
            Refusal.LinkExpired or Refusal.LinkRevoked => StatusCodes.Status410Gone,
            Refusal.NotAllowed
            or Refusal.NotAdmitted
            or Refusal.SeatRemoved
            or Refusal.NotRepresentative
            or Refusal.NotPresenting
            or Refusal.SecondPersonNeeded
            or Refusal.SecondPersonDependent => StatusCodes.Status403Forbidden,
            Refusal.ChangedMeanwhile
            or Refusal.WordingChanged
            or Refusal.LeaseLost
            or Refusal.SlidesHeldByAnother
            or Refusal.AlreadyExists
            or Refusal.AlreadyInvited
            or Refusal.AlreadyAgreed
            or Refusal.AlreadyEnded
            or Refusal.NotAgreedYet
            or Refusal.MeetingCancelled
            or Refusal.MeetingClosed
            or Refusal.MeetingNotOpen
            or Refusal.MeetingNotPaused
            or Refusal.MeetingPaused
            or Refusal.PollOver
            or Refusal.AlreadyDecided => StatusCodes.Status409Conflict,
            Refusal.RateLimited or Refusal.RemindedLately => StatusCodes.Status429TooManyRequests,
            Refusal.StorageFailed => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
}
