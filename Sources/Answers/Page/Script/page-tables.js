"use strict";
// Reads the tables that the program made. Between their points it interpolates; it computes no physics.

// A text that stands in several places of the tables is written once; {shared: n} stands where it belongs.
function unshared({ texts, tables }) {
  const put = (value) => {
    if (Array.isArray(value)) return value.map(put);
    if (value === null || typeof value !== "object") return value;
    const members = Object.entries(value);
    return members.length === 1 && members[0][0] === "shared" ? texts[members[0][1]] : Object.fromEntries(members.map(([key, each]) => [key, put(each)]));
  };
  return put(tables);
}

const tables = unshared(JSON.parse(document.getElementById("tables").textContent));
const steps = tables.massSteps;
const logMasses = tables.masses.map(Math.log10);
const stepOfMass = (logMasses[1] - logMasses[0]) / steps;
const massOfColumn = (column) => 10 ** (logMasses[0] + stepOfMass * column);

function numbers(text) {
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Float32Array.from({ length: bytes.length / 4 }, (_, index) => view.getFloat32(4 * index, true));
}

// A row of a bound: at each column the run it belongs to, and where its edges begin.
function readRow(packed) {
  const row = { runs: packed.runs, run: new Uint16Array(steps + 1), start: new Uint32Array(steps + 1), edges: numbers(packed.edges) };
  let [column, start] = [0, 0];
  packed.runs.forEach((run, index) => {
    const width = run[1] === "x" || run[1] === "p" ? 2 * run[2] : 0;
    for (let count = 0; count < run[0]; count += 1, column += 1, start += width) {
      row.run[column] = index;
      row.start[column] = start;
    }
  });
  if (packed.open) row.open = readRow(packed.open);
  return row;
}

function readBound(bound) {
  return { ...bound, row: readRow(bound.row), reach: bound.reach ? numbers(bound.reach) : null, likelihood: readLikelihood(bound.likelihood) };
}

function readFit(fit) {
  const profiled = fit.treatment === "profiled";
  return {
    ...fit, chi2: numbers(fit.chi2), amplitude: profiled ? numbers(fit.amplitude) : fit.amplitude,
    gamma: profiled ? numbers(fit.gamma) : fit.gamma,
  };
}

const readSpectrum = (spectrum) => spectrum && { ...spectrum, places: numbers(spectrum.places), values: numbers(spectrum.values) };

const read = new Map();

// A scenario is read when it is first shown.
function scenarioAt(index) {
  if (!read.has(index)) {
    const packed = tables.scenarios[index];
    read.set(index, {
      ...packed, bounds: packed.bounds.map(readBound), fits: packed.fits.map(readFit), spectrum: readSpectrum(packed.spectrum),
      variants: packed.variants.map((variant) => ({ ...variant, bounds: variant.bounds.map(readBound) })),
    });
  }
  return read.get(index);
}

const between = (first, second, part) =>
  first > 0 && second > 0 && isFinite(first) && isFinite(second) ? first ** (1 - part) * second ** part : part < 0.5 ? first : second;

// What a row says at a whole column.
function cellOf(row, column) {
  const run = row.runs[row.run[column]];
  const cell = { form: run[1], reason: run[1] === "s" ? run[2] : null, deviations: run[3] ?? null, intervals: [] };
  if (run[1] === "x" || run[1] === "p") {
    for (let index = 0; index < run[2]; index += 1) {
      const at = row.start[column] + 2 * index;
      cell.intervals.push([row.edges[at], row.edges[at + 1]]);
    }
  }
  return cell;
}

// Where a mass lies between two columns.
function placeOf(mass) {
  const place = Math.min(steps, Math.max(0, (Math.log10(mass) - logMasses[0]) / stepOfMass));
  const column = Math.min(steps - 1, Math.floor(place));
  return { column, part: place - column };
}

// What a row says at a mass: a straight line of logarithms within a run, the nearer column where two meet.
function cellAt(row, mass, massEdge = null) {
  const { column, part } = placeOf(mass);
  if (row.run[column] !== row.run[column + 1]) {
    const [low, high] = [massOfColumn(column), massOfColumn(column + 1)];
    const parts = massEdge !== null && massEdge >= low && massEdge <= high ? mass < massEdge : part < 0.5;
    return cellOf(row, parts ? column : column + 1);
  }
  return blend(cellOf(row, column), cellOf(row, column + 1), part);
}

// Between two cells of one form; the nearer of two that differ.
function blend(first, second, part) {
  if (first.form !== second.form || first.intervals.length !== second.intervals.length) return part < 0.5 ? first : second;
  const intervals = first.intervals.map((interval, index) => [0, 1].map((end) => between(interval[end], second.intervals[index][end], part)));
  return { ...first, intervals };
}

// χ² and what was fitted at a point: linear between four points of the grid.
function fitAt(fit, mass, coupling) {
  const place = (value, range, count) => {
    const logs = range.map(Math.log10);
    const at = ((Math.log10(value) - logs[0]) / (logs[1] - logs[0])) * (count - 1);
    const index = Math.min(count - 2, Math.max(0, Math.floor(at)));
    return [index, Math.min(1, Math.max(0, at - index))];
  };
  const [column, x] = place(mass, tables.masses, fit.columns);
  const [row, y] = place(coupling, tables.couplings, fit.rows);
  const value = (list) => {
    if (!(list instanceof Float32Array)) return list;
    const at = column * fit.rows + row;
    return (list[at] * (1 - y) + list[at + 1] * y) * (1 - x) + (list[at + fit.rows] * (1 - y) + list[at + fit.rows + 1] * y) * x;
  };
  const chi2 = value(fit.chi2);
  return { chi2, ratio: chi2 * fit.ratio, delta: chi2 - fit.without, deltaFree: chi2 - fit.free, amplitude: value(fit.amplitude), gamma: value(fit.gamma) };
}
