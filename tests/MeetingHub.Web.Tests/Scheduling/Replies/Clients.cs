using System.Text;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Calendar;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Tests.Scheduling.Replies;

/// <summary>What somebody answers from their calendar: PARTSTAT, and the place in the order of letters.</summary>
internal sealed record Said(
    Guid Meeting,
    string Attendee,
    string PartStat,
    Instant Start,
    Instant Stamp,
    int Sequence = 0
)
{
    public string Uid => MeetingUid.Of(Meeting);
    public string? Comment { get; init; }

    /// <summary>The time that a COUNTER asks for.</summary>
    public Instant? Instead { get; init; }

    public static Said By(Meeting meeting, string attendee, string partStat, Instant stamp) =>
        new(meeting.Id, attendee, partStat, meeting.Plan.Start, stamp, meeting.CalendarSequence);
}

/// <summary>How the calendars of the world put it: the calendar texts and the letters around them.</summary>
internal static class Clients
{
    /// <summary>The least that RFC 5546 asks for.</summary>
    public static string Calendar(Said said) =>
        $"""
            BEGIN:VCALENDAR
            PRODID:-//Test//EN
            VERSION:2.0
            METHOD:{(said.Instead is null ? "REPLY" : "COUNTER")}
            BEGIN:VEVENT
            UID:{said.Uid}
            SEQUENCE:{said.Sequence}
            DTSTAMP:{Utc(said.Stamp)}
            DTSTART:{Utc(said.Instead ?? said.Start)}
            DTEND:{Utc((said.Instead ?? said.Start) + Duration.FromHours(1))}
            ORGANIZER:mailto:meetings@meetinghub.example
            ATTENDEE;PARTSTAT={said.PartStat}:mailto:{said.Attendee}
            COMMENT:{said.Comment}
            END:VEVENT
            END:VCALENDAR

            """.ReplaceLineEndings("\r\n");

    public static string Google(Said said)
    {
        var calendar = $"""
            BEGIN:VCALENDAR
            PRODID:-//Google Inc//Google Calendar 70.9054//EN
            VERSION:2.0
            CALSCALE:GREGORIAN
            METHOD:{(said.Instead is null ? "REPLY" : "COUNTER")}
            BEGIN:VEVENT
            DTSTART:{Utc(said.Instead ?? said.Start)}
            DTEND:{Utc((said.Instead ?? said.Start) + Duration.FromHours(1))}
            DTSTAMP:{Utc(said.Stamp)}
            ORGANIZER;CN=MeetingHub:mailto:meetings@meetinghub.example
            UID:{said.Uid}
            ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={said.PartStat};CN=So
             mebody;X-NUM-GUESTS=0:mailto:{said.Attendee}
            CREATED:20261101T080000Z
            COMMENT:{said.Comment}
            SEQUENCE:{said.Sequence}
            STATUS:CONFIRMED
            SUMMARY:Знайомство громад
            TRANSP:OPAQUE
            END:VEVENT
            END:VCALENDAR

            """;
        return $"""
            Reply-To: {said.Attendee}
            Sender: Google Calendar <calendar-notification@google.com>
            Auto-Submitted: auto-generated
            Message-ID: <calendar-{said.Stamp.ToUnixTimeTicks()}@google.com>
            Subject: Accepted
            From: Somebody <{said.Attendee}>
            To: meetings@meetinghub.example
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="0000google"

            --0000google
            Content-Type: multipart/alternative; boundary="0001google"

            --0001google
            Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes
            Content-Transfer-Encoding: base64

            {Base64("Somebody has accepted this invitation.")}
            --0001google
            Content-Type: text/calendar; charset="UTF-8"; method={(said.Instead is null ? "REPLY" : "COUNTER")}
            Content-Transfer-Encoding: 8bit

            {calendar}
            --0001google--
            --0000google
            Content-Type: application/ics; name="invite.ics"
            Content-Disposition: attachment; filename="invite.ics"
            Content-Transfer-Encoding: base64

            {Base64(calendar)}
            --0000google--

            """;
    }

    /// <summary>Exchange leaves out the organizer and names zones as Windows does.</summary>
    public static string Exchange(Said said)
    {
        var calendar = $"""
            BEGIN:VCALENDAR
            METHOD:REPLY
            PRODID:Microsoft Exchange Server 2010
            VERSION:2.0
            BEGIN:VTIMEZONE
            TZID:FLE Standard Time
            BEGIN:STANDARD
            DTSTART:16010101T040000
            TZOFFSETFROM:+0300
            TZOFFSETTO:+0200
            RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:16010101T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0300
            RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
            END:DAYLIGHT
            END:VTIMEZONE
            BEGIN:VEVENT
            ATTENDEE;PARTSTAT={said.PartStat};CN=Somebody:mailto:{said.Attendee.ToUpperInvariant()}
            COMMENT;LANGUAGE=fr-FR:{said.Comment}\n
            UID:{said.Uid}
            SUMMARY;LANGUAGE=fr-FR:Accepté: Rencontre des communes
            DTSTART;TZID=FLE Standard Time:{Local(said.Start)}
            DTEND;TZID=FLE Standard Time:{Local(said.Start + Duration.FromHours(1))}
            CLASS:PUBLIC
            PRIORITY:5
            DTSTAMP:{Utc(said.Stamp)}
            TRANSP:OPAQUE
            STATUS:CONFIRMED
            SEQUENCE:{said.Sequence}
            X-MICROSOFT-CDO-APPT-SEQUENCE:{said.Sequence}
            X-MICROSOFT-CDO-BUSYSTATUS:BUSY
            END:VEVENT
            END:VCALENDAR

            """;
        return $"""
            From: Somebody <{said.Attendee}>
            To: MeetingHub <meetings@meetinghub.example>
            Subject: =?utf-8?B?{Convert.ToBase64String("Accepté : Rencontre"u8)}?=
            Thread-Topic: Rencontre
            Message-ID: <{said.Stamp.ToUnixTimeTicks()}@EXCH01.hall.example>
            Content-Language: fr-FR
            X-MS-Has-Attach:
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="_000_exchange_"

            --_000_exchange_
            Content-Type: text/plain; charset="utf-8"
            Content-Transfer-Encoding: base64

            {Base64(said.Comment ?? " ")}
            --_000_exchange_
            Content-Type: text/calendar; charset="utf-8"; method=REPLY
            Content-Transfer-Encoding: base64

            {Base64(calendar)}
            --_000_exchange_--

            """;
    }

    public static string Apple(Said said) =>
        $"""
            From: Somebody <{said.Attendee}>
            To: meetings@meetinghub.example
            Subject: Accepted: Meeting
            Message-Id: <{said.Stamp.ToUnixTimeTicks()}.apple@icloud.com>
            Mime-Version: 1.0 (Mac OS X Mail 16.0)
            Content-Type: multipart/mixed; boundary="Apple-Mail=_1"

            --Apple-Mail=_1
            Content-Type: multipart/alternative; boundary="Apple-Mail=_2"

            --Apple-Mail=_2
            Content-Transfer-Encoding: 7bit
            Content-Type: text/plain; charset=us-ascii

            Somebody has accepted your invitation.
            --Apple-Mail=_2
            Content-Transfer-Encoding: quoted-printable
            Content-Type: text/calendar; method=REPLY; name=iCal-1.ics; charset=utf-8

            BEGIN:VCALENDAR
            CALSCALE:GREGORIAN
            VERSION:2.0
            METHOD:REPLY
            PRODID:-//Apple Inc.//macOS 14.5//EN
            BEGIN:VEVENT
            CREATED:20261101T080000Z
            UID:{said.Uid}
            DTEND:{Utc(said.Start + Duration.FromHours(1))}
            ATTENDEE;CN=3D"Somebody";PARTSTAT=3D{said.PartStat};ROLE=3DREQ-PARTICIPANT:mail=
            to:{said.Attendee}
            DTSTART:{Utc(said.Start)}
            TRANSP:OPAQUE
            DTSTAMP:{Utc(said.Stamp)}
            SEQUENCE:{said.Sequence}
            SUMMARY:Meeting
            ORGANIZER;CN=3D"MeetingHub":mailto:meetings@meetinghub.example
            END:VEVENT
            END:VCALENDAR

            --Apple-Mail=_2--
            --Apple-Mail=_1--

            """;

    public static string Thunderbird(Said said) =>
        $"""
            Date: Mon, 23 Nov 2026 10:00:00 +0200
            User-Agent: Mozilla Thunderbird
            From: Somebody <{said.Attendee}>
            To: meetings@meetinghub.example
            Subject: Event Invitation Reply (Tentative): Meeting
            Message-ID: <{said.Stamp.ToUnixTimeTicks()}@hall.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="------------tb1"

            This is a multi-part message in MIME format.
            --------------tb1
            Content-Type: multipart/alternative; boundary="------------tb2"

            --------------tb2
            Content-Type: text/plain; charset=UTF-8; format=flowed
            Content-Transfer-Encoding: 8bit

            Somebody <{said.Attendee}> has tentatively accepted your event invitation.
            --------------tb2
            Content-Type: text/calendar; method=REPLY; charset=UTF-8
            Content-Transfer-Encoding: 8bit

            BEGIN:VCALENDAR
            PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN
            VERSION:2.0
            METHOD:REPLY
            BEGIN:VEVENT
            CREATED:20261101T080000Z
            LAST-MODIFIED:{Utc(said.Stamp)}
            DTSTAMP:{Utc(said.Stamp)}
            UID:{said.Uid}
            SUMMARY:Meeting
            ORGANIZER;CN=MeetingHub:mailto:meetings@meetinghub.example
            ATTENDEE;CN=Somebody;PARTSTAT={said.PartStat};ROLE=REQ-PARTICIPANT;RSVP=TRUE:ma
             ilto:{said.Attendee}
            DTSTART:{Utc(said.Start)}
            DTEND:{Utc(said.Start + Duration.FromHours(1))}
            SEQUENCE:{said.Sequence}
            TRANSP:OPAQUE
            X-MOZ-RECEIVED-SEQUENCE:{said.Sequence}
            END:VEVENT
            END:VCALENDAR

            --------------tb2--
            --------------tb1--

            """;

    private static string Utc(Instant at) =>
        InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'").Format(at);

    private static string Local(Instant at) =>
        LocalDateTimePattern
            .CreateWithInvariantCulture("uuuuMMdd'T'HHmmss")
            .Format(at.InZone(DateTimeZoneProviders.Tzdb["Europe/Kyiv"]).LocalDateTime);

    private static string Base64(string text) =>
        Convert.ToBase64String(
            Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")),
            Base64FormattingOptions.InsertLineBreaks
        );
}
