namespace MeetingHub.Web.Tests.Calendar.Reading;

/// <summary>Calendars and replies in the hand of the programs that write them. All of them hold 5 November 2026, 10:00–11:00 in Kyiv.</summary>
internal static class Clients
{
    /// <summary>A private address of Google Calendar: the owner's address as name, a moved instance with TZID.</summary>
    public const string Google = """
        BEGIN:VCALENDAR
        PRODID:-//Google Inc//Google Calendar 70.9054//EN
        VERSION:2.0
        CALSCALE:GREGORIAN
        METHOD:PUBLISH
        X-WR-CALNAME:olena@izium.example
        X-WR-TIMEZONE:Europe/Kiev
        BEGIN:VTIMEZONE
        TZID:Europe/Kiev
        X-LIC-LOCATION:Europe/Kiev
        BEGIN:DAYLIGHT
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0300
        TZNAME:EEST
        DTSTART:19700329T030000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        END:DAYLIGHT
        BEGIN:STANDARD
        TZOFFSETFROM:+0300
        TZOFFSETTO:+0200
        TZNAME:EET
        DTSTART:19701025T040000
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT
        DTSTART;TZID=Europe/Kiev:20240905T100000
        DTEND;TZID=Europe/Kiev:20240905T110000
        RRULE:FREQ=MONTHLY;BYMONTHDAY=5
        EXDATE;TZID=Europe/Kiev:20241005T100000
        DTSTAMP:20261020T071512Z
        ORGANIZER;CN=Olena:mailto:olena@izium.example
        UID:4k2l8m1n6o3p9q7r@google.com
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Olena
         ;X-NUM-GUESTS=0:mailto:olena@izium.example
        X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij
        CREATED:20240901T080000Z
        DESCRIPTION:Відбудова лікарні\, школи\; води\n\nhttps://meet.google.com/ab
         c-defg-hij
        LAST-MODIFIED:20261020T071512Z
        SEQUENCE:1
        STATUS:CONFIRMED
        SUMMARY:Нарада
        TRANSP:OPAQUE
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20261110
        DTEND;VALUE=DATE:20261111
        DTSTAMP:20261020T071512Z
        UID:5k2l8m1n6o3p9q7r@google.com
        SUMMARY:День міста
        TRANSP:TRANSPARENT
        END:VEVENT
        BEGIN:VEVENT
        DTSTART:20261112T080000Z
        DTEND:20261112T090000Z
        DTSTAMP:20261020T071512Z
        UID:6k2l8m1n6o3p9q7r@google.com
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED;CN=Olena
         ;X-NUM-GUESTS=0:mailto:olena@izium.example
        SUMMARY:Declined
        TRANSP:OPAQUE
        END:VEVENT
        END:VCALENDAR

        """;

    /// <summary>A calendar that Outlook on the web publishes: Windows names, rules since 1601, availability of its own.</summary>
    public const string Outlook = """
        BEGIN:VCALENDAR
        METHOD:PUBLISH
        PRODID:Microsoft Exchange Server 2010
        VERSION:2.0
        X-WR-CALNAME:Календар
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
        RRULE:FREQ=WEEKLY;UNTIL=20261105T080000Z;INTERVAL=1;BYDAY=TH;WKST=MO
        EXDATE;TZID=FLE Standard Time:20261029T100000
        UID:040000008200E00074C5B7101A82E00800000000C5A1
        SUMMARY:Зайнято
        DTSTART;TZID=FLE Standard Time:20250904T100000
        DTEND;TZID=FLE Standard Time:20250904T110000
        CLASS:PUBLIC
        PRIORITY:5
        DTSTAMP:20261101T120000Z
        TRANSP:OPAQUE
        STATUS:CONFIRMED
        SEQUENCE:0
        X-MICROSOFT-CDO-APPT-SEQUENCE:0
        X-MICROSOFT-CDO-BUSYSTATUS:BUSY
        X-MICROSOFT-CDO-ALLDAYEVENT:FALSE
        END:VEVENT
        BEGIN:VEVENT
        UID:040000008200E00074C5B7101A82E00800000000C5A2
        SUMMARY:Вільно
        DTSTART;TZID=FLE Standard Time:20261106T100000
        DTEND;TZID=FLE Standard Time:20261106T110000
        TRANSP:TRANSPARENT
        X-MICROSOFT-CDO-BUSYSTATUS:FREE
        END:VEVENT
        END:VCALENDAR

        """;

    /// <summary>iCloud: definitions with history, an alarm inside, times in another zone than the owner's.</summary>
    public const string Apple = """
        BEGIN:VCALENDAR
        CALSCALE:GREGORIAN
        PRODID:-//Apple Inc.//macOS 15.0//EN
        VERSION:2.0
        X-APPLE-CALENDAR-COLOR:#FF2968
        X-WR-CALNAME:Travail
        BEGIN:VTIMEZONE
        TZID:Europe/Paris
        BEGIN:DAYLIGHT
        DTSTART:19810329T020000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
        TZNAME:UTC+2
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:19961027T030000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
        TZNAME:UTC+1
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT
        CREATED:20261001T080000Z
        DTEND;TZID=Europe/Paris:20261105T100000
        DTSTAMP:20261001T080012Z
        DTSTART;TZID=Europe/Paris:20261105T090000
        LAST-MODIFIED:20261001T080011Z
        SEQUENCE:0
        SUMMARY:Conseil avec Izium
        TRANSP:OPAQUE
        UID:8C2A7D1E-0B4F-4B8A-9D11-5A2C0F7E3B21
        X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS="1 rue de la Paix\, Le H
         avre";X-TITLE=Mairie:geo:49.494370,0.107929
        BEGIN:VALARM
        ACTION:DISPLAY
        DESCRIPTION:Rappel
        TRIGGER:-PT15M
        UID:8C2A7D1E-0B4F-4B8A-9D11-5A2C0F7E3B22
        END:VALARM
        END:VEVENT
        END:VCALENDAR

        """;

    /// <summary>Thunderbird's export.</summary>
    public const string Thunderbird = """
        BEGIN:VCALENDAR
        PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN
        VERSION:2.0
        BEGIN:VTIMEZONE
        TZID:Europe/Kyiv
        X-TZINFO:Europe/Kyiv[2024a]
        BEGIN:STANDARD
        TZOFFSETTO:+020000
        TZOFFSETFROM:+030000
        TZNAME:Europe/Kyiv(STD)
        DTSTART:19961027T040000
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        END:STANDARD
        BEGIN:DAYLIGHT
        TZOFFSETTO:+030000
        TZOFFSETFROM:+020000
        TZNAME:Europe/Kyiv(DST)
        DTSTART:19970330T030000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        END:DAYLIGHT
        END:VTIMEZONE
        BEGIN:VEVENT
        CREATED:20261101T080000Z
        LAST-MODIFIED:20261101T080100Z
        DTSTAMP:20261101T080100Z
        UID:1f6f2c5e-8f0c-4d7a-8f15-1f8f2e1b7c11
        SUMMARY:Нарада
        DTSTART;TZID=Europe/Kyiv:20261105T100000
        DTEND;TZID=Europe/Kyiv:20261105T110000
        TRANSP:OPAQUE
        X-MOZ-GENERATION:1
        END:VEVENT
        END:VCALENDAR

        """;

    /// <summary>Nextcloud's free/busy answer (sabre/dav).</summary>
    public const string Nextcloud = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Sabre//Sabre VObject 4.5.6//EN
        CALSCALE:GREGORIAN
        METHOD:REPLY
        BEGIN:VFREEBUSY
        DTSTART:20261101T000000Z
        DTEND:20261201T000000Z
        DTSTAMP:20261101T080000Z
        FREEBUSY;FBTYPE=BUSY:20261105T080000Z/20261105T090000Z
        ATTENDEE:mailto:olena@izium.example
        UID:sabredav-3f6f2c5e
        ORGANIZER:mailto:zoe@lehavre.example
        END:VFREEBUSY
        END:VCALENDAR

        """;

    /// <summary>Zimbra: the name of its own server's definition, which no database knows.</summary>
    public const string Zimbra = """
        BEGIN:VCALENDAR
        X-WR-CALNAME:Calendar
        VERSION:2.0
        PRODID:Zimbra-Calendar-Provider
        BEGIN:VTIMEZONE
        TZID:(GMT+02.00) Harare / Kyiv (custom)
        BEGIN:STANDARD
        DTSTART:19710101T040000
        TZOFFSETTO:+0200
        TZOFFSETFROM:+0300
        RRULE:FREQ=YEARLY;WKST=MO;INTERVAL=1;BYMONTH=10;BYDAY=-1SU
        TZNAME:EET
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:19710101T030000
        TZOFFSETTO:+0300
        TZOFFSETFROM:+0200
        RRULE:FREQ=YEARLY;WKST=MO;INTERVAL=1;BYMONTH=3;BYDAY=-1SU
        TZNAME:EEST
        END:DAYLIGHT
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:9d3f2c5e-8f0c-4d7a-8f15-1f8f2e1b7c12
        SUMMARY:Нарада
        DTSTART;TZID="(GMT+02.00) Harare / Kyiv (custom)":20261105T100000
        DTEND;TZID="(GMT+02.00) Harare / Kyiv (custom)":20261105T110000
        STATUS:CONFIRMED
        CLASS:PUBLIC
        X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY
        TRANSP:OPAQUE
        END:VEVENT
        END:VCALENDAR

        """;

    public const string GoogleReply = """
        BEGIN:VCALENDAR
        PRODID:-//Google Inc//Google Calendar 70.9054//EN
        VERSION:2.0
        CALSCALE:GREGORIAN
        METHOD:REPLY
        BEGIN:VEVENT
        DTSTART:20261105T080000Z
        DTEND:20261105T090000Z
        DTSTAMP:20261020T071512Z
        ORGANIZER;CN=MeetingHub:mailto:meetings@hub.example
        UID:0f8fad5b-d9cb-469f-a165-70867728950e@meetinghub
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN="Zoé Le
         fèvre";X-NUM-GUESTS=0;X-RESPONSE-COMMENT="Je viens":mailto:zoe.lefevre@gm
         ail.example
        COMMENT:Je viens\, avec le maire\nZoé
        CREATED:20261019T080000Z
        LAST-MODIFIED:20261020T071511Z
        SEQUENCE:2
        STATUS:CONFIRMED
        SUMMARY:Нарада
        TRANSP:OPAQUE
        END:VEVENT
        END:VCALENDAR

        """;

    /// <summary>Exchange: no organiser, a display name as zone, the instance in it, everything in capitals.</summary>
    public const string OutlookReply = """
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
        ATTENDEE;PARTSTAT=DECLINED;CN=Petro:MAILTO:Petro.Koval@Izium.Example
        COMMENT;LANGUAGE=uk-UA:\n
        UID:0f8fad5b-d9cb-469f-a165-70867728950e@meetinghub
        RECURRENCE-ID;TZID=FLE Standard Time:20261105T100000
        SUMMARY;LANGUAGE=uk-UA:Відхилено: Нарада
        DTSTART;TZID=FLE Standard Time:20261105T100000
        DTEND;TZID=FLE Standard Time:20261105T110000
        CLASS:PUBLIC
        PRIORITY:5
        DTSTAMP:20261101T120000Z
        TRANSP:OPAQUE
        STATUS:CONFIRMED
        SEQUENCE:1
        X-MICROSOFT-CDO-APPT-SEQUENCE:1
        X-MICROSOFT-CDO-BUSYSTATUS:BUSY
        END:VEVENT
        END:VCALENDAR

        """;

    /// <summary>Outlook's "propose new time".</summary>
    public const string OutlookCounter = """
        BEGIN:VCALENDAR
        METHOD:COUNTER
        PRODID:Microsoft Exchange Server 2010
        VERSION:2.0
        BEGIN:VEVENT
        ATTENDEE;PARTSTAT=TENTATIVE;CN=Petro:mailto:petro.koval@izium.example
        COMMENT;LANGUAGE=uk-UA:Краще по обіді\n
        UID:0f8fad5b-d9cb-469f-a165-70867728950e@meetinghub
        SUMMARY;LANGUAGE=uk-UA:Запропоновано новий час: Нарада
        DTSTART;TZID="(UTC+02:00) Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius":20261105T140000
        DTEND;TZID="(UTC+02:00) Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius":20261105T150000
        DTSTAMP:20261101T120000Z
        SEQUENCE:1
        X-MS-OLK-ORIGINALSTART;TZID="(UTC+02:00) Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius":20261105T100000
        X-MS-OLK-ORIGINALEND;TZID="(UTC+02:00) Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius":20261105T110000
        END:VEVENT
        END:VCALENDAR

        """;

    /// <summary>iCloud: the attendee is a principal, the address stands in EMAIL; the instance is in UTC.</summary>
    public const string AppleReply = """
        BEGIN:VCALENDAR
        CALSCALE:GREGORIAN
        METHOD:REPLY
        PRODID:-//Apple Inc.//iOS 19.1//EN
        VERSION:2.0
        BEGIN:VEVENT
        ATTENDEE;CN="Zoé Lefèvre";CUTYPE=INDIVIDUAL;EMAIL="Zoe.Lefevre@icloud.example";PARTSTAT=TENTATIVE;ROLE=REQ-PARTICIPANT:/aMTIzNDU2/principal/
        DTSTAMP:20261020T071512Z
        ORGANIZER;CN="MeetingHub";EMAIL="meetings@hub.example":mailto:meetings@hub.example
        RECURRENCE-ID:20261105T080000Z
        REQUEST-STATUS:2.0;Success
        SEQUENCE:0
        UID:0f8fad5b-d9cb-469f-a165-70867728950e@meetinghub
        END:VEVENT
        END:VCALENDAR

        """;

    /// <summary>Thunderbird: no DTSTAMP kept from some versions, lines ended by LF, a percent-encoded address.</summary>
    public const string ThunderbirdReply = """
        BEGIN:VCALENDAR
        PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN
        VERSION:2.0
        METHOD:REPLY
        BEGIN:VEVENT
        UID:0f8fad5b-d9cb-469f-a165-70867728950e@meetinghub
        SUMMARY:Нарада
        ORGANIZER:mailto:meetings@hub.example
        ATTENDEE;RSVP=TRUE;PARTSTAT=ACCEPTED;SENT-BY="mailto:assistant@lehavre.example":mailto:o%27brien%2B1@xn--80a1acn3a.xn--j1amh
        DTSTART:20261105T080000Z
        DTEND:20261105T090000Z
        END:VEVENT
        END:VCALENDAR

        """;

    /// <summary>Nextcloud (sabre/vobject): the series and one instance answered in one letter.</summary>
    public const string NextcloudReply = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Sabre//Sabre VObject 4.5.6//EN
        CALSCALE:GREGORIAN
        METHOD:REPLY
        BEGIN:VEVENT
        DTSTAMP:20261020T071512Z
        SEQUENCE:3
        UID:0f8fad5b-d9cb-469f-a165-70867728950e@meetinghub
        DTSTART;TZID=Europe/Kyiv:20261105T100000
        SUMMARY:Нарада
        ORGANIZER;CN=MeetingHub:mailto:meetings@hub.example
        ATTENDEE;PARTSTAT=ACCEPTED;CN=zoe:mailto:zoe@lehavre.example
        END:VEVENT
        BEGIN:VEVENT
        DTSTAMP:20261020T071512Z
        SEQUENCE:3
        UID:0f8fad5b-d9cb-469f-a165-70867728950e@meetinghub
        DTSTART;TZID=Europe/Kyiv:20261112T100000
        RECURRENCE-ID;TZID=Europe/Kyiv:20261112T100000
        SUMMARY:Нарада
        ORGANIZER;CN=MeetingHub:mailto:meetings@hub.example
        ATTENDEE;PARTSTAT=DECLINED;CN=zoe:mailto:zoe@lehavre.example
        END:VEVENT
        END:VCALENDAR

        """;
}
