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
/** @typedef {{ precision: string, title: string, worst: string, things: Thing[] }} Place */

/** How far the true place may be from the point, in metres: a settlement's middle is rounded to about a kilometre. */
const doubt = { settlement: 800, street: 80, exact: 0 };

/** Nearer than this, one house would be taken for the one that is meant. */
const nearest = { settlement: 13, street: 16, exact: 18 };

const paper = /** @type {HTMLElement} */ (document.querySelector("#places-map"));
void draw();

async function draw() {
  const { points, boundaries, tiles, attribution } = paper.dataset;
  const places = await (await fetch(/** @type {string} */ (points))).json();
  paper.hidden = false;
  const map = mapIn(paper, {
    zoomControl: false,
    attributionControl: false,
    maxZoom: nearestOf(places),
    zoomSnap: 0.5,
  });
  control.zoom({ zoomInTitle: paper.dataset.in, zoomOutTitle: paper.dataset.out }).addTo(map);
  control.scale({ imperial: false, position: "topright" }).addTo(map);
  control
    .attribution({ prefix: "Leaflet" })
    .addAttribution(escaped(attribution ?? ""))
    .addTo(map);
  if (tiles) tileLayer(tiles, { maxZoom: 19 }).addTo(map);
  const marks = places.features.map((/** @type {any} */ feature) => markOf(feature));
  // A map must know where it is before it can draw a circle of so many metres.
  map.fitBounds(latLngBounds(marks.map((/** @type {Mark} */ mark) => mark.marker.getLatLng())).pad(0.15), {
    maxZoom: 14,
  });
  marks.forEach((/** @type {Mark} */ mark) => mark.layers.forEach((layer) => layer.addTo(map)));
  connectList(map, marks);
  const areas = await (await fetch(/** @type {string} */ (boundaries))).json();
  geoJSON(areas, { interactive: false, style: { className: `boundary${tiles ? " on-tiles" : ""}` } })
    .addTo(map)
    .bringToBack();
}

/** @typedef {{ layers: import("/lib/leaflet/leaflet.js").Layer[], marker: import("/lib/leaflet/leaflet.js").Marker }} Mark */

/**
 * @param {{ geometry: { coordinates: [number, number] }, properties: Place }} feature
 * @returns {Mark}
 */
function markOf({ geometry, properties: place }) {
  const [longitude, latitude] = geometry.coordinates;
  /** @type {[number, number]} */
  const at = [latitude, longitude];
  const metres = doubt[/** @type {keyof typeof doubt} */ (place.precision)] ?? 0;
  const count = place.things.length;
  const number = document.createElement("span");
  number.textContent = count > 1 ? String(count) : "";
  const symbol = marker(at, {
    icon: divIcon({ className: `place ${place.worst} ${place.precision}`, html: number, iconSize: [30, 30] }),
    title: place.title,
    alt: count > 1 ? `${place.title} (${count})` : place.title,
    riseOnHover: true,
  }).bindPopup(() => popupOf(place), {
    maxHeight: 260,
    maxWidth: 240,
    autoPanPaddingTopLeft: [56, 12],
    autoPanPaddingBottomRight: [12, 12],
  });
  const haze =
    metres > 0
      ? circle(at, { radius: metres, className: "doubt", interactive: false })
      : circleMarker(at, { radius: 1, className: "doubt", interactive: false });
  return { layers: [haze, symbol], marker: symbol };
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
 * @param {import("/lib/leaflet/leaflet.js").Map} map
 * @param {Mark[]} marks
 */
function connectList(map, marks) {
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("[data-place]"))) {
    const mark = marks[Number(button.dataset.place)];
    if (!mark) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      map.setView(mark.marker.getLatLng(), Math.max(map.getZoom(), 12), { animate: false });
      mark.marker.openPopup();
      paper.scrollIntoView({ block: "nearest" });
    });
  }
}

/** @param {{ features: { properties: Place }[] }} places */
function nearestOf(places) {
  return Math.min(
    ...places.features.map(
      ({ properties }) => nearest[/** @type {keyof typeof nearest} */ (properties.precision)] ?? 13,
    ),
  );
}

/** @param {string} text */
function escaped(text) {
  const span = document.createElement("span");
  span.textContent = text;
  return span.innerHTML;
}
