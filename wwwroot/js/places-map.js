// @ts-check
/**
 * The map that can be zoomed. The list beside it says the same without it: whatever fails here, nothing is lost. Names are set
 * as text, never as markup: they come from files of strangers.
 */
import {
  circle,
  circleMarker,
  control,
  divIcon,
  geoJSON,
  latLngBounds,
  map as mapIn,
  marker,
  tileLayer,
} from "/lib/leaflet/leaflet.js";

/** @typedef {{ name: string, about: string, address: string }} Thing */
/** @typedef {{ precision: string, title: string, worst: string, here: number, things: Thing[] }} Place */
/** @typedef {{ title: string, worst: string, count: number }} Cell */
/** @typedef {[number, number, number, number]} Box */
/** @typedef {{ bbox?: Box, geometry: { coordinates: [number, number] }, properties: Place | Cell }} Feature */
/** @typedef {{ isWhole: boolean, bbox: Box, nearest: keyof typeof nearest, features: Feature[] }} Places */
/** @typedef {import("/lib/leaflet/leaflet.js").Map} Map_ */
/** @typedef {import("/lib/leaflet/leaflet.js").Marker} Marker */
/** @typedef {{ layers: import("/lib/leaflet/leaflet.js").Layer[], marker: Marker }} Mark */

/** How far the true place may be from the point, in metres: a settlement's middle is rounded to about a kilometre. */
const doubt = { settlement: 800, street: 80, exact: 0 };

/** Nearer than this, one house would be taken for the one that is meant. */
const nearest = { settlement: 13, street: 16, exact: 18 };

const paper = /** @type {HTMLElement} */ (document.querySelector("#places-map"));
void draw();

async function draw() {
  const { boundaries, tiles, attribution } = paper.dataset;
  const places = await read();
  paper.hidden = false;
  const map = mapIn(paper, {
    zoomControl: false,
    attributionControl: false,
    maxZoom: nearest[places.nearest],
    zoomSnap: 0.5,
  });
  control.zoom({ zoomInTitle: paper.dataset.in, zoomOutTitle: paper.dataset.out }).addTo(map);
  control.scale({ imperial: false, position: "topright" }).addTo(map);
  control
    .attribution({ prefix: "Leaflet" })
    .addAttribution(escaped(attribution ?? ""))
    .addTo(map);
  if (tiles) tileLayer(tiles, { maxZoom: 19 }).addTo(map);
  // A map must know where it is before it can draw a circle of so many metres.
  map.fitBounds(boundsOf(places.bbox).pad(0.15), { maxZoom: 14 });
  const shown = show(map, new Map(), places);
  const when = places.isWhole ? () => undefined : follow(map, shown);
  connectList(map, shown, when);
  const areas = await (await fetch(/** @type {string} */ (boundaries))).json();
  geoJSON(areas, { interactive: false, style: { className: `boundary${tiles ? " on-tiles" : ""}` } })
    .addTo(map)
    .bringToBack();
}

/**
 * @param {string} [query]
 * @param {AbortSignal} [signal]
 * @returns {Promise<Places>}
 */
async function read(query = "", signal = undefined) {
  return (await fetch(`${paper.dataset.points}${query}`, { signal })).json();
}

/**
 * Too many places for one picture come by cells of what is looked at, and anew for each look.
 * @param {Map_} map
 * @param {Map<string, Mark>} shown
 */
function follow(map, shown) {
  let asking = new AbortController();
  let last = Promise.resolve();
  const look = async () => {
    asking.abort();
    asking = new AbortController();
    try {
      const { signal } = asking;
      show(map, shown, await read(`&box=${map.getBounds().pad(0.1).toBBoxString()}&zoom=${map.getZoom()}`, signal));
    } catch {
      // The line was lost, or the map has moved on: what was there stays.
    }
  };
  map.on("moveend", () => (last = look()));
  last = look();
  return () => last;
}

/**
 * What stays keeps its open popup.
 * @param {Map_} map
 * @param {Map<string, Mark>} shown
 * @param {Places} places
 */
function show(map, shown, places) {
  const wanted = new Map(places.features.map((feature) => [keyOf(feature), feature]));
  for (const [key, mark] of shown) {
    if (wanted.has(key)) continue;
    mark.layers.forEach((layer) => layer.remove());
    shown.delete(key);
  }

  for (const [key, feature] of wanted) {
    if (shown.has(key)) continue;
    const mark = markOf(map, feature);
    mark.layers.forEach((layer) => layer.addTo(map));
    shown.set(key, mark);
  }

  return shown;
}

/** @param {Feature} feature */
function keyOf({ geometry, properties }) {
  const at = geometry.coordinates.join(",");
  return "count" in properties ? `${at} ${properties.count}` : at;
}

/**
 * @param {Map_} map
 * @param {Feature} feature
 * @returns {Mark}
 */
function markOf(map, { bbox, geometry, properties }) {
  const [longitude, latitude] = geometry.coordinates;
  /** @type {[number, number]} */
  const at = [latitude, longitude];
  if ("count" in properties) {
    const symbol = symbolOf(at, properties, "cell", properties.count, properties.count < 1000 ? 40 : 54);
    symbol.on("click", () => map.fitBounds(boundsOf(/** @type {Box} */ (bbox)).pad(0.2)));
    return { layers: [symbol], marker: symbol };
  }

  const metres = doubt[/** @type {keyof typeof doubt} */ (properties.precision)] ?? 0;
  const symbol = symbolOf(at, properties, properties.precision, properties.here, 30).bindPopup(
    () => popupOf(properties),
    {
      maxHeight: 260,
      maxWidth: 240,
      autoPanPaddingTopLeft: [56, 12],
      autoPanPaddingBottomRight: [12, 12],
    },
  );
  const haze =
    metres > 0
      ? circle(at, { radius: metres, className: "doubt", interactive: false })
      : circleMarker(at, { radius: 1, className: "doubt", interactive: false });
  return { layers: [haze, symbol], marker: symbol };
}

/**
 * @param {[number, number]} at
 * @param {{ title: string, worst: string }} of
 * @param {string} kind
 * @param {number} count
 * @param {number} size
 */
function symbolOf(at, { title, worst }, kind, count, size) {
  const number = document.createElement("span");
  number.textContent = count > 1 ? count.toLocaleString(document.documentElement.lang) : "";
  return marker(at, {
    icon: divIcon({ className: `place ${worst} ${kind}`, html: number, iconSize: [size, size] }),
    title,
    alt: count > 1 && kind !== "cell" ? `${title} (${count})` : title,
    riseOnHover: true,
  });
}

/** @param {Box} box */
function boundsOf([west, south, east, north]) {
  return latLngBounds([
    [south, west],
    [north, east],
  ]);
}

/** @param {Place} place */
function popupOf(place) {
  const list = document.createElement("ul");
  list.className = "plain";
  for (const thing of place.things.slice(0, 100)) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = thing.address;
    link.textContent = thing.name;
    const about = document.createElement("span");
    about.className = "muted small";
    about.textContent = ` ${thing.about}`;
    item.append(link, about);
    list.append(item);
  }

  return list;
}

/**
 * @param {Map_} map
 * @param {Map<string, Mark>} shown
 * @param {() => Promise<void> | undefined} loaded
 */
function connectList(map, shown, loaded) {
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("[data-place]"))) {
    const [longitude, latitude] = /** @type {string} */ (button.dataset.place).split(",").map(Number);
    button.hidden = false;
    button.addEventListener("click", async () => {
      paper.scrollIntoView({ block: "nearest" });
      const near = loaded() ? map.getMaxZoom() : 12;
      map.setView([latitude, longitude], Math.max(map.getZoom(), near), { animate: false });
      await loaded();
      shown.get(`${longitude},${latitude}`)?.marker.openPopup();
    });
  }
}

/** @param {string} text */
function escaped(text) {
  const span = document.createElement("span");
  span.textContent = text;
  return span.innerHTML;
}
