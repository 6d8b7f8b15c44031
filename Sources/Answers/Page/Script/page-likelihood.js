"use strict";
// The product of the bounds' approximate likelihoods and IceCube's: sums of what the tables have.

// Between the points of an even grid of logarithms, linear in four of them; NaN beside a mass without a part.
function betweenFour(values, rows, columns, mass, coupling) {
  const [x, y] = [[mass, tables.masses, columns], [coupling, tables.couplings, rows]].map(([value, range, count]) => {
    const [low, high] = range.map(Math.log);
    const at = Math.min(count - 1, Math.max(0, ((Math.log(value) - low) / (high - low)) * (count - 1)));
    const first = Math.min(count - 2, Math.floor(at));
    return { first, part: at - first };
  });
  // A weight of nothing must not bring in what is not there.
  const mix = (first, second, part) => (part === 0 ? first : part === 1 ? second : first * (1 - part) + second * part);
  const column = (at) => mix(values[at * rows + y.first], values[at * rows + y.first + (rows > 1 ? 1 : 0)], y.part);
  return mix(column(x.first), column(x.first + 1), x.part);
}

function readLikelihood(packed) {
  if (!packed) return null;
  const { columns, rows } = tables.likelihoods;
  if (packed.units) {
    const logs = numbers(packed.units).map(Math.log);
    // Without a Z′ it is zero.
    return { isOwn: false, at: (mass, coupling) => Math.exp(packed.exponent * (Math.log(coupling) - betweenFour(logs, 1, columns, mass, tables.couplings[0]))), without: 0 };
  }
  const [values, without] = [numbers(packed.values), numbers(packed.without)];
  const free = without.find((value) => !isNaN(value));
  return { isOwn: true, at: (mass, coupling) => betweenFour(values, rows, columns, mass, coupling), without: free };
}

// Those with a part in the product: what decides, and what counts of alternatives where it says how much it prefers.
const takingPart = (bounds) => bounds.filter((bound) => bound.likelihood && !bound.alternative && (bound.decides || (bound.group !== null && bound.kind === "preferred" && bound.likelihood.isOwn)));

const sumAt = (parts, mass, coupling) => {
  let [sum, count] = [0, 0];
  for (const { likelihood } of parts) {
    const value = likelihood.at(mass, coupling);
    if (!isNaN(value)) [sum, count] = [sum + value, count + 1];
  }
  return { sum, count };
};

const valuesOfBounds = new WeakMap();

// What a likelihood adds over the grid of a fit, found once.
function valuesOver(fit, likelihood) {
  if (!valuesOfBounds.has(likelihood)) valuesOfBounds.set(likelihood, new Map());
  const known = valuesOfBounds.get(likelihood);
  const size = `${fit.columns}x${fit.rows}`;
  if (!known.has(size)) {
    const place = (range, count) => d3.range(count).map((at) => range[0] * (range[1] / range[0]) ** (at / (count - 1)));
    const [masses, couplings] = [place(tables.masses, fit.columns), place(tables.couplings, fit.rows)];
    known.set(size, Float64Array.from({ length: masses.length * couplings.length }, (_, at) => likelihood.at(masses[Math.floor(at / fit.rows)], couplings[at % fit.rows])));
  }
  return known.get(size);
}

// −2 ln L over the grid of a fit, less its threshold for what is allowed; where no bound has a part nothing is.
function productOver(fit, bounds) {
  const parts = takingPart(bounds);
  const excess = Float64Array.from(fit.chi2);
  const counts = new Uint8Array(excess.length);
  for (const { likelihood } of parts) {
    const values = valuesOver(fit, likelihood);
    for (let at = 0; at < excess.length; at += 1) if (!isNaN(values[at])) [excess[at], counts[at]] = [excess[at] + values[at], counts[at] + 1];
  }
  const free = fit.without + parts.reduce((sum, { likelihood }) => sum + likelihood.without, 0);
  const best = excess.reduce((least, value) => Math.min(least, value), free);
  for (let at = 0; at < excess.length; at += 1) excess[at] = counts[at] > 0 ? excess[at] - best - tables.likelihoods.threshold : Infinity;
  return { parts, fit, best, excess };
}

// By how much a point lies above the threshold; nil where no bound has a part.
function excessAt(product, mass, coupling) {
  const { sum, count } = sumAt(product.parts, mass, coupling);
  return count === 0 ? null : sum + fitAt(product.fit, mass, coupling).chi2 - product.best - tables.likelihoods.threshold;
}

function standingByProduct(product, mass, coupling) {
  const excess = excessAt(product, mass, coupling);
  return excess === null ? "unconstrained" : excess < 0 ? "allowed" : "excluded";
}

// The couplings of a mass that the product allows, by steps of which the crossing is a straight line.
function allowedByProduct(product, mass, [lowest, highest]) {
  const count = 400;
  const intervals = [];
  let last = null;
  for (let step = 0; step <= count; step += 1) {
    const coupling = lowest * (highest / lowest) ** (step / count);
    const excess = excessAt(product, mass, coupling);
    if (excess === null) return [];
    const crossing = last && (excess < 0) !== (last.excess < 0) ? last.coupling * (coupling / last.coupling) ** (last.excess / (last.excess - excess)) : null;
    if (excess < 0 && (last === null || crossing !== null)) intervals.push([crossing ?? lowest, highest]);
    if (excess >= 0 && crossing !== null) intervals[intervals.length - 1][1] = crossing;
    last = { coupling, excess };
  }
  return intervals;
}
