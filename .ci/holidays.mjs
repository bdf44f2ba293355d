// Makes src/MeetingHub.Web/Scheduling/Holidays/holidays.json from npm's date-holidays: node holidays.mjs
// Public holidays only; those of a region apart from those of the whole country. What the source has wrong stands in
// overrides.json beside it, by hand, with the law that says so.
import { readFileSync, writeFileSync } from "node:fs";
import Holidays from "date-holidays";

const folder = new URL("../src/MeetingHub.Web/Scheduling/Holidays/", import.meta.url);
const countries = "UA FR PL DE IT ES LT LV EE CZ SK RO GB US CA JP".split(" ");
const regional = new Set(["DE", "ES", "GB", "CA", "US", "FR", "IT"]);
const spoken = ["en", "uk", "fr"];
const [from, to] = [2025, 2034];
const { version } = JSON.parse(
    readFileSync(new URL("node_modules/date-holidays/package.json", import.meta.url), "utf8"),
);

/** Name and days of every public holiday, by rule. */
function days(country, region) {
    const own = new Holidays(country).getLanguages()[0];
    const found = new Map();
    for (let year = from; year <= to; year++) {
        const lists = Object.fromEntries(
            [own, ...spoken].map((l) => [
                l,
                new Holidays(country, region, { languages: [l, "en"] }).getHolidays(year, l),
            ]),
        );
        lists[own].forEach((holiday, i) => {
            if (holiday.type !== "public") return;
            const english = lists.en[i].name;
            const entry = found.get(english) ?? { name: { en: english }, days: [] };
            found.set(english, entry);
            entry.name[own.slice(0, 2)] ??= holiday.name;
            for (const l of spoken) if (lists[l][i].name !== english) entry.name[l] ??= lists[l][i].name;
            for (let at = new Date(holiday.start); at < holiday.end; at.setTime(at.getTime() + 36e5 * 12)) {
                const day = localDay(at, country);
                if (!entry.days.includes(day) && day.startsWith(String(year))) entry.days.push(day);
            }
        });
    }
    return found;
}

// The package gives instants of the country's capital; the day is the one that its own text names.
function localDay(at, country) {
    const zone = new Holidays(country).getTimezones()?.[0] ?? "UTC";
    return new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(at);
}

const all = {};
for (const country of countries) {
    const national = days(country);
    const list = [...national.values()];
    if (regional.has(country)) {
        const extra = new Map();
        for (const [region, title] of Object.entries(new Holidays().getStates(country) ?? {})) {
            for (const [key, h] of days(country, region)) {
                const more = h.days.filter((d) => !national.get(key)?.days.includes(d));
                if (more.length === 0) continue;
                const id = key + "|" + more.join();
                const entry = extra.get(id) ?? { name: h.name, regions: {}, days: more };
                entry.regions[region] = title;
                extra.set(id, entry);
            }
        }
        list.push(...extra.values());
    }
    all[country] = list;
}

const head = {
    source: `date-holidays ${version} (npm), https://github.com/commenthol/date-holidays`,
    licence:
        "CC BY-SA 3.0, https://creativecommons.org/licenses/by-sa/3.0/; the data relies on Wikipedia's articles on public holidays",
    changes: "public holidays of these countries and years only, as dates",
    from,
    to,
};
const text = JSON.stringify({ ...head, countries: all });
// One holiday a line, so that a difference can be read.
writeFileSync(
    new URL("holidays.json", folder),
    text.replaceAll('{"name"', '\n{"name"').replaceAll('],"countries"', '],\n"countries"') + "\n",
);
