"""Reads calendars with icalendar (Debian's python3-icalendar) and expands them with dateutil; says what it found, as JSON.

stdin: [{ ics, moments: { TZID: [{ utc: seconds, local: "2026-11-23T09:00:00" }] } }]
"""

import io
import json
import sys
from datetime import datetime, timedelta, timezone

from dateutil import rrule, tz
from icalendar import Calendar


def read(asked):
    calendar = Calendar.from_ical(asked["ics"])
    zones = {str(z["TZID"]): z for z in calendar.walk("VTIMEZONE")}
    clocks = {name: tz.tzical(io.StringIO(zone.to_ical().decode())).get() for name, zone in zones.items()}
    parts = [c for c in calendar.subcomponents if c.name != "VTIMEZONE"]
    return {
        "method": text(calendar, "METHOD"),
        "zones": list(zones),
        "parts": [part_of(p) for p in parts],
        "times": times_of([p for p in parts if p.name == "VEVENT"], clocks),
        "offsets": {name: offsets(zones[name], at) for name, at in asked["moments"].items()},
    }


def part_of(part):
    return {
        "kind": part.name,
        "uid": text(part, "UID"),
        "sequence": part.get("SEQUENCE"),
        "stamp": seconds(part["DTSTAMP"].dt),
        "status": text(part, "STATUS"),
        "summary": text(part, "SUMMARY"),
        "description": text(part, "DESCRIPTION"),
        "location": text(part, "LOCATION"),
        "url": text(part, "URL"),
        "due": part["DUE"].dt.isoformat() if "DUE" in part else None,
        "organizers": [person(p) for p in several(part, "ORGANIZER")],
        "attendees": [person(p) for p in several(part, "ATTENDEE")],
        "names": sorted(n for n, _ in part.property_items(recursive=False) if n not in ("BEGIN", "END")),
    }


def person(value):
    of = value.params.get
    return {"address": str(value), "name": of("CN"), "role": of("ROLE"), "status": of("PARTSTAT"), "rsvp": of("RSVP")}


def times_of(events, clocks):
    masters = {text(e, "UID"): e for e in events if "RECURRENCE-ID" not in e}
    own = {}
    for one in events:
        if "RECURRENCE-ID" in one:
            own.setdefault(text(one, "UID"), []).append(one)
    found = []
    for uid, master in masters.items():
        start, length = moment(master["DTSTART"], clocks), length_of(master, clocks)
        apart = {moment(one["RECURRENCE-ID"], clocks): one for one in own.get(uid, [])}
        out = {moment(x, clocks) for x in several(master, "EXDATE")}
        for day in days(master, start):
            if day in apart:
                found.append(alone(apart.pop(day), clocks))
            elif day not in out:
                found.append([seconds(day), seconds(day), seconds(day) + length])
        if apart:
            raise ValueError(f"{len(apart)} events replace nothing")
    for uid, rest in own.items():
        if uid not in masters:
            found += [alone(one, clocks) for one in rest]
    return found


def days(master, start):
    if "RRULE" not in master:
        return [start]
    return list(rrule.rrulestr(master["RRULE"].to_ical().decode(), dtstart=start))


def alone(event, clocks):
    start = seconds(moment(event["DTSTART"], clocks))
    return [seconds(moment(event["RECURRENCE-ID"], clocks)), start, start + length_of(event, clocks)]


def length_of(event, clocks):
    if "DURATION" in event:
        return int(event["DURATION"].dt.total_seconds())
    return seconds(moment(event["DTEND"], clocks)) - seconds(moment(event["DTSTART"], clocks))


def moment(value, clocks):
    """The written local time on the calendar's own clock: icalendar itself would ask the machine's zones."""
    written = value.to_ical().decode()
    local = datetime.strptime(written.rstrip("Z"), "%Y%m%dT%H%M%S")
    return local.replace(tzinfo=tz.UTC if written.endswith("Z") else clocks[value_zone(value)])


def value_zone(value):
    return str(value.params["TZID"])


def offsets(zone, moments):
    clock = zone.to_tz()
    utc = lambda s: datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=s)
    return [int(utc(m["utc"]).astimezone(clock).utcoffset().total_seconds()) for m in moments]


def seconds(moment):
    return int(moment.timestamp())


def several(part, name):
    value = part.get(name, [])
    return value if isinstance(value, list) else [value]


def text(part, name):
    return str(part[name]) if name in part else None


json.dump([read(asked) for asked in json.load(sys.stdin)], sys.stdout)
