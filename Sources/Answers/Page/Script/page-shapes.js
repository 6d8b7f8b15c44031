"use strict";
// Lines and areas of the plane as points [log₁₀ m, log₁₀ g′], whatever part of it is shown.

const logOfColumn = (column) => logMasses[0] + stepOfMass * column;

// What bounds say at a whole column.
const wholeColumn = (bounds, column, mass) =>
  bounds.map((bound) => ({
    bound, cell: bound.cell ? bound.cell(mass) : cellOf(bound.row, column), reach: reachAt(bound, mass),
    open: bound.row && bound.row.open ? cellOf(bound.row.open, column) : null,
  }));

// Outlines of what lies between pairs of ends along the columns: joined while their number stays, and to the middle between
// two columns where it does not.
function outlines(columns) {
  const shapes = [];
  let open = [];
  const close = (at) => {
    for (const { low, high } of open) {
      const ends = at === null ? [] : [low, high].map((side) => [at, side[side.length - 1][1]]);
      shapes.push([...low, ...ends, ...high.reverse()]);
    }
    open = [];
  };
  columns.forEach((intervals, column) => {
    const at = logOfColumn(column);
    if (intervals.length !== open.length) {
      close(at - stepOfMass / 2);
      const begin = column === 0 ? at : at - stepOfMass / 2;
      open = intervals.map(([lower, upper]) => ({ low: [[begin, lower]], high: [[begin, upper]] }));
    }
    intervals.forEach(([lower, upper], index) => {
      open[index].low.push([at, lower]);
      open[index].high.push([at, upper]);
    });
  });
  close(null);
  return shapes;
}

// The allowed couplings of each column, as outlines.
const allowedShapes = (bounds, combination) => {
  const deciding = bounds.filter((bound) => bound.decides);
  return outlines(d3.range(steps + 1).map((column) => {
    const mass = massOfColumn(column);
    return allowedAt(wholeColumn(deciding, column, mass), mass, tables.couplings, combination).map((interval) => interval.map(Math.log10));
  }));
};

const drawnBounds = new WeakMap();

// The edges of a bound as lines, and what they enclose. What has no end ends outside the picture.
function outlinesOf(bound) {
  if (drawnBounds.has(bound)) return drawnBounds.get(bound);
  const [lines, areas] = [[], []];
  const [low, high] = [Math.log10(tables.couplings[0]) - 1, Math.log10(tables.couplings[1]) + 1];
  const end = (value) => Math.min(high, Math.max(low, Math.log10(value)));
  let run = [];
  let form = "";
  const close = () => {
    const count = run.length === 0 ? 0 : run[0].ends.length;
    // Half a step farther, where it meets what is said next.
    if (run.length > 0) run = [{ ...run[0], at: run[0].at - stepOfMass / 2 }, ...run, { ...run[run.length - 1], at: run[run.length - 1].at + stepOfMass / 2 }];
    for (let index = 0; index < count; index += 1) {
      const edges = [0, 1].map((side) => run.map(({ at, ends }) => [at, ends[index][side]]));
      for (const edge of edges) if (edge.some(([, value]) => value > low && value < high)) lines.push(edge);
      areas.push([...edges[0], ...[...edges[1]].reverse()]);
    }
    run = [];
  };
  for (let column = 0; column <= steps; column += 1) {
    const cell = bound.cell ? bound.cell(massOfColumn(column)) : cellOf(bound.row, column);
    const now = `${cell.form}${cell.intervals.length}`;
    if (now !== form) close();
    form = now;
    if (cell.form === "x" || cell.form === "p") run.push({ at: logOfColumn(column), ends: cell.intervals.map((interval) => interval.map(end)) });
  }
  close();
  if (bound.massEdge !== null) lines.push(d3.range(41).map((part) => [Math.log10(bound.massEdge), low + ((high - low) * part) / 40]));
  drawnBounds.set(bound, { lines, areas });
  return { lines, areas };
}

// Where χ² lies below a level: rings of points.
function ringsBelow(fit, level) {
  const values = Float64Array.from(fit.chi2, (chi2) => -chi2);
  const contour = d3.contours().size([fit.rows, fit.columns]).thresholds([-level])(values)[0];
  const place = (at, range, count) => {
    const part = Math.min(1, Math.max(0, (at - 0.5) / (count - 1)));
    return Math.log10(range[0]) * (1 - part) + Math.log10(range[1]) * part;
  };
  return contour.coordinates.flat().map((ring) => ring.map(([row, column]) => [place(column, tables.masses, fit.columns), place(row, tables.couplings, fit.rows)]));
}

// Those of a fit, found once.
function ringsOf(fit) {
  fit.rings = fit.rings ?? { preferred: fit.ratio ? ringsBelow(fit, 1 / fit.ratio) : [], better: ringsBelow(fit, fit.better) };
  return fit.rings;
}
