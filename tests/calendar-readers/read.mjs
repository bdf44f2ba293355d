// Reads calendars with ical.js (Thunderbird's and Nextcloud's reader) and says what it found, as JSON.
// stdin: [{ ics, moments: { TZID: [{ utc: seconds, local: "2026-11-23T09:00:00" }] } }]
import ICAL from "ical.js";
import { text } from "node:stream/consumers";

const asked = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(asked.map(read)));

function read({ ics, moments }) {
    const calendar = new ICAL.Component(ICAL.parse(ics));
    const parts = calendar.getAllSubcomponents().filter((c) => c.name !== "vtimezone");
    return {
        method: calendar.getFirstPropertyValue("method"),
        zones: calendar.getAllSubcomponents("vtimezone").map((z) => z.getFirstPropertyValue("tzid")),
        parts: parts.map(partOf),
        times: timesOf(parts.filter((p) => p.name === "vevent").map((p) => new ICAL.Event(p))),
        offsets: Object.fromEntries(Object.entries(moments).map(([id, at]) => [id, offsets(calendar, id, at)])),
    };
}

function partOf(part) {
    const value = (name) => part.getFirstPropertyValue(name);
    return {
        kind: part.name.toUpperCase(),
        uid: value("uid"),
        sequence: value("sequence"),
        stamp: value("dtstamp").toUnixTime(),
        status: value("status"),
        summary: value("summary"),
        description: value("description"),
        location: value("location"),
        url: value("url"),
        due: value("due")?.toString() ?? null,
        organizers: part.getAllProperties("organizer").map(person),
        attendees: part.getAllProperties("attendee").map(person),
        names: part
            .getAllProperties()
            .map((p) => p.name.toUpperCase())
            .sort(),
    };
}

function person(property) {
    const of = (name) => property.getParameter(name) ?? null;
    return {
        address: property.getFirstValue(),
        name: of("cn"),
        role: of("role"),
        status: of("partstat"),
        rsvp: of("rsvp"),
    };
}

function timesOf(events) {
    const times = [];
    for (const event of events.filter((e) => !e.isRecurrenceException())) {
        const own = events.filter((e) => e.uid === event.uid && e.isRecurrenceException());
        if (!event.isRecurring()) times.push([event.startDate, event.startDate, event.endDate]);
        else times.push(...occurrences(event, own));
    }
    // A letter about one meeting of a series has no event with the rule.
    const masters = new Set(events.filter((e) => !e.isRecurrenceException()).map((e) => e.uid));
    for (const alone of events.filter((e) => !masters.has(e.uid)))
        times.push([alone.recurrenceId, alone.startDate, alone.endDate]);
    return times.map((three) => three.map((t) => t.toUnixTime()));
}

function occurrences(event, own) {
    own.forEach((one) => event.relateException(one));
    const found = [];
    const iterator = event.iterator();
    for (let next = iterator.next(); next; next = iterator.next()) {
        const { recurrenceId, startDate, endDate } = event.getOccurrenceDetails(next);
        found.push([recurrenceId, startDate, endDate]);
        if (found.length > 200) throw new Error("endless");
    }
    return found;
}

// ical.js asks the clock by local time.
function offsets(calendar, id, moments) {
    const zone = calendar.getTimeZoneByID(id);
    return moments.map(({ local }) => zone.utcOffset(ICAL.Time.fromString(local)));
}
