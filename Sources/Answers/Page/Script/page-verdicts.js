"use strict";
// What the bounds say at a point, by comparing it with their edges.

const tolerance = 1e-9;
const contains = ([lower, upper], coupling) => coupling > lower * (1 + tolerance) && coupling < upper * (1 - tolerance);
const dex = (first, second) => Math.log10(second / first);

function nearestEdge([lower, upper], coupling) {
  if (lower > 0 && isFinite(upper)) return Math.abs(dex(lower, coupling)) <= Math.abs(dex(upper, coupling)) ? lower : upper;
  return lower > 0 ? lower : isFinite(upper) ? upper : null;
}

const rounded = (bound, limit) => (limit !== null && bound.digits ? Number(limit.toPrecision(bound.digits)) : limit);

// The verdict of a bound on a coupling, given what it says at the mass.
function verdictOf(bound, cell, open, mass, coupling) {
  const answer = { bound, cell, limit: null, margin: null, massLimit: null, reason: "" };
  if (cell.form === "f") return { ...answer, verdict: "failed", reason: "it could not be evaluated here" };
  if (cell.form === "s") return { ...answer, verdict: "silent", reason: cell.reason };
  const inside = cell.intervals.find((interval) => contains(interval, coupling));
  if (cell.form === "p") return { ...answer, ...preference(cell, coupling, inside) };
  if (bound.massEdge !== null && (inside || cell.intervals.length === 0)) {
    return { ...answer, verdict: inside ? "excluded" : "allowed", massLimit: bound.massEdge, margin: dex(bound.massEdge, mass) };
  }
  if (inside) {
    const limit = nearestEdge(inside, coupling);
    return { ...answer, verdict: "excluded", limit: rounded(bound, limit), margin: limit === null ? null : -Math.abs(dex(limit, coupling)) };
  }
  if (open && open.intervals.some((interval) => contains(interval, coupling))) {
    return { ...answer, verdict: "silent", reason: "its own uncertainty decides here" };
  }
  let nearest = null;
  for (const interval of cell.intervals) {
    const edge = nearestEdge(interval, coupling);
    if (edge !== null && (nearest === null || Math.abs(dex(edge, coupling)) < Math.abs(dex(nearest, coupling)))) nearest = edge;
  }
  return { ...answer, verdict: "allowed", limit: rounded(bound, nearest), margin: nearest === null ? null : Math.abs(dex(nearest, coupling)) };
}

function preference(cell, coupling, inside) {
  const edges = cell.intervals.flat().filter((edge) => edge > 0 && isFinite(edge));
  const widest = [Math.min(...cell.intervals.map((each) => each[0])), Math.max(...cell.intervals.map((each) => each[1]))];
  const limit = cell.intervals.length === 0 ? null : nearestEdge(widest, coupling);
  const distance = limit === null || edges.length === 0 ? null : Math.abs(dex(limit, coupling));
  return { verdict: inside ? "preferred" : "disfavoured", limit, margin: distance === null ? null : inside ? distance : -distance };
}

// What all chosen bounds say at a mass, for any coupling there.
function columnAt(bounds, mass) {
  return bounds.map((bound) => ({
    bound, cell: bound.cell ? bound.cell(mass) : cellAt(bound.row, mass, bound.massEdge),
    open: bound.row && bound.row.open ? cellAt(bound.row.open, mass) : null, reach: reachAt(bound, mass),
  }));
}

// The expected reach at a mass; null where a bound competes by what it observed.
function reachAt(bound, mass) {
  if (!bound.reach) return null;
  const { column, part } = placeOf(mass);
  const [first, second] = [column, column + 1].map((at) => [bound.reach[2 * at], bound.reach[2 * at + 1]]);
  if (isNaN(first[0]) || isNaN(second[0])) {
    const nearer = part < 0.5 ? first : second;
    return isNaN(nearer[0]) ? null : nearer;
  }
  return [between(first[0], second[0], part), between(first[1], second[1], part)];
}

// The standing of a coupling, by the way to combine the bounds.
function standingOf(column, mass, coupling, combination) {
  let standing = "unconstrained";
  let best = Infinity;
  let first = true;
  for (const { bound, cell, open, reach } of column) {
    if (!bound.decides || cell.form !== "x") continue;
    const inside = cell.intervals.some((interval) => contains(interval, coupling));
    if (!inside && open && open.intervals.some((interval) => contains(interval, coupling))) continue;
    if (combination === "union") {
      if (inside) return "excluded";
      standing = "allowed";
    } else {
      const last = reach ?? cell.intervals[cell.intervals.length - 1] ?? [Infinity, Infinity];
      const competing = coupling <= last[1] ? last[0] : Infinity;
      if (first || competing < best) [best, standing, first] = [competing, inside ? "excluded" : "allowed", false];
    }
  }
  return standing;
}

// The couplings of a mass that are allowed, between two ends.
function allowedAt(column, mass, [lowest, highest], combination) {
  const ends = new Set([lowest, highest]);
  const speaking = column.filter(({ bound, cell }) => bound.decides && cell.form === "x");
  for (const { cell, open, reach } of speaking) {
    for (const edge of [...cell.intervals.flat(), ...(open ? open.intervals.flat() : []), ...(reach ?? [])]) {
      if (edge > lowest && edge < highest) ends.add(edge);
    }
  }
  const sorted = [...ends].sort((first, second) => first - second);
  const intervals = [];
  for (let index = 1; index < sorted.length; index += 1) {
    const [lower, upper] = [sorted[index - 1], sorted[index]];
    if (standingOf(speaking, mass, Math.sqrt(lower * upper), combination) !== "allowed") continue;
    const last = intervals[intervals.length - 1];
    if (last && last[1] === lower) last[1] = upper;
    else intervals.push([lower, upper]);
  }
  return intervals;
}
