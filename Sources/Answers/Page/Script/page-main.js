"use strict";
// Joins the parts: the pointer, the keys, zoom and pan, the address.

const frame = document.getElementById("frame");
const cursor = document.getElementById("cursor");
let pointer = null;
let isAwaited = false;

function once(work) {
  if (isAwaited) return;
  isAwaited = true;
  requestAnimationFrame(() => { isAwaited = false; work(); });
}

// After a change of what is chosen: all is found and drawn anew, and what is shown of a point too.
function refresh(withControls) {
  const began = performance.now();
  findShapes();
  draw();
  frame.dataset.milliseconds = (performance.now() - began).toFixed(1);
  if (withControls) makeControls(); else nameBounds();
  saySummary();
  if (state.pin !== null) show(state.pin, true);
  else if (pointer !== null) show(pointer, false);
  if (document.getElementById("table-view").open) fillTable();
  keepAddress();
}

// The pictures anew, in the colours and the width that there are now.
function drawAll() {
  draw();
  if (state.pin !== null) show(state.pin, true);
}

// Browsers take a few changes of the address a second, and a slider that is drawn makes sixty.
const leastPause = 100;
let addressDue = null;

function keepAddress() {
  document.getElementById("link").setAttribute("href", `#${fragmentOf()}`);
  addressDue ??= setTimeout(() => {
    addressDue = null;
    // Where a browser refuses to change the address of a file, the link still has it.
    try { history.replaceState(null, "", `#${fragmentOf()}`); } catch { /* the link has it */ }
  }, leastPause);
}

changed = (withControls) => once(() => refresh(withControls));

const clamped = (value, [low, high]) => Math.min(high, Math.max(low, value));

function pointAt(event) {
  const [x, y] = d3.clientPoint(document.getElementById("picture"), event);
  const [mass, coupling] = [scales.x.invert(x), scales.y.invert(y)];
  const view = [scales.x.domain(), scales.y.domain()];
  const isOutside = mass < view[0][0] || mass > view[0][1] || coupling < view[1][0] || coupling > view[1][1];
  return isOutside ? null : { mass: Number(mass.toPrecision(4)), coupling: Number(coupling.toPrecision(4)) };
}

function pin(point) {
  state.pin = point;
  draw();
  show(point, true);
  keepAddress();
}

svg.on("mousemove", () => {
  const point = pointAt(d3.event);
  if (point === null) return;
  pointer = point;
  cursor.textContent = `m = ${short(point.mass, 4)} MeV, g′ = ${short(point.coupling, 4)}`;
  if (state.pin === null) once(() => show(point, false));
}).on("click", () => {
  const point = d3.event.defaultPrevented ? null : pointAt(d3.event);
  if (point !== null) pin(point);
});

// Zoom and pan, held within the tables. The whole plane is the identity.
const whole = () => [...tables.masses, ...tables.couplings];
const zoom = d3.zoom().scaleExtent([1, 60]).on("zoom", () => {
  const { k, x, y } = d3.event.transform;
  if (!d3.event.sourceEvent && k === 1 && state.view !== null && !isResetting) return;
  const [left, right] = [margins.left, size.width - margins.right];
  const [bottom, top] = [size.height - margins.bottom, margins.top];
  const base = [d3.scaleLog().domain(tables.masses).range([left, right]), d3.scaleLog().domain(tables.couplings).range([bottom, top])];
  const at = [base[0].invert((left - x) / k), base[0].invert((right - x) / k), base[1].invert((bottom - y) / k), base[1].invert((top - y) / k)];
  state.view = k === 1 ? null : [clamped(at[0], tables.masses), clamped(at[1], tables.masses), clamped(at[2], tables.couplings), clamped(at[3], tables.couplings)];
  once(() => { draw(); keepAddress(); });
});
let isResetting = false;

function fitZoom() {
  zoom.extent([[margins.left, margins.top], [size.width - margins.right, size.height - margins.bottom]]);
  zoom.translateExtent([[margins.left, margins.top], [size.width - margins.right, size.height - margins.bottom]]);
  svg.call(zoom).on("dblclick.zoom", null);
}

// The transform that shows the view of an address.
function zoomToView() {
  if (state.view === null) { isResetting = true; svg.call(zoom.transform, d3.zoomIdentity); isResetting = false; return; }
  const logs = (range) => range.map(Math.log10);
  const [all, seen] = [logs(tables.masses), logs(state.view.slice(0, 2))];
  const [allY, seenY] = [logs(tables.couplings), logs(state.view.slice(2))];
  const k = Math.max(1, (all[1] - all[0]) / (seen[1] - seen[0]));
  const [left, right] = [margins.left, size.width - margins.right];
  const [bottom, top] = [size.height - margins.bottom, margins.top];
  const x = left - k * (left + ((seen[0] - all[0]) / (all[1] - all[0])) * (right - left));
  const y = top - k * (bottom + ((seenY[1] - allY[0]) / (allY[1] - allY[0])) * (top - bottom));
  svg.call(zoom.transform, d3.zoomIdentity.translate(x, y).scale(k));
}

// By keys: arrows move the point, Enter pins it, + and − zoom, 0 shows all, Escape lets go.
document.getElementById("picture").addEventListener("keydown", (event) => {
  const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] };
  const view = state.view ?? whole();
  if (moves[event.key]) {
    const part = event.shiftKey ? 0.1 : 0.01;
    const start = state.pin ?? pointer ?? { mass: Math.sqrt(view[0] * view[1]), coupling: Math.sqrt(view[2] * view[3]) };
    const [x, y] = moves[event.key];
    const move = (value, range, sign) => Number(clamped(value * (range[1] / range[0]) ** (sign * part), range).toPrecision(4));
    pin({ mass: move(start.mass, view.slice(0, 2), x), coupling: move(start.coupling, view.slice(2), y) });
  } else if (event.key === "Enter" && pointer !== null) pin(pointer);
  else if (event.key === "+" || event.key === "=") svg.call(zoom.scaleBy, 1.5);
  else if (event.key === "-") svg.call(zoom.scaleBy, 1 / 1.5);
  else if (event.key === "0") { state.view = null; zoomToView(); } else if (event.key === "Escape") { state.pin = null; draw(); keepAddress(); } else return;
  event.preventDefault();
});

document.getElementById("zoom-in").addEventListener("click", () => svg.call(zoom.scaleBy, 1.5));
document.getElementById("zoom-out").addEventListener("click", () => svg.call(zoom.scaleBy, 1 / 1.5));
document.getElementById("zoom-all").addEventListener("click", () => { isResetting = true; svg.call(zoom.transform, d3.zoomIdentity); isResetting = false; });
document.getElementById("save-svg").addEventListener("click", () => save("mutau-map.svg", pictureText(), "image/svg+xml"));
document.getElementById("save-png").addEventListener("click", savePNG);
document.getElementById("save-csv").addEventListener("click", () => save("mutau-map.csv", curvesText(), "text/csv"));
document.getElementById("table-view").addEventListener("toggle", () => fillTable());
darkQuery.addEventListener("change", () => { drawAll(); makeControls(); });
printQuery.addEventListener("change", drawAll);
addEventListener("resize", () => once(() => { drawAll(); fitZoom(); }));
addEventListener("hashchange", () => { takeFragment(location.hash); refresh(true); zoomToView(); });

takeFragment(location.hash);
document.getElementById("play").hidden = false;
// On a telephone what is seen comes first.
document.getElementById("choices").open = matchMedia("(min-width: 56rem)").matches;
document.getElementById("still").open = false;
refresh(true);
fitZoom();
zoomToView();
