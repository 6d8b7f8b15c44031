"use strict";
// What the reader has chosen, and the bounds that it makes.

const initial = () => ({
  scenario: 0, off: new Set(), counts: {}, value: 25e-10, sigma: 6e-10, muons: null, neff: null, cl: null, fit: 0,
  combination: scenarioAt(0).combination, pin: null, view: null,
});

const state = initial();

const short = (value, digits = 3) => {
  if (value === null || value === undefined || !isFinite(value)) return "–";
  if (value === 0) return "0";
  const size = Math.abs(value);
  return size >= 1e-2 && size < 1e5 ? String(Number(value.toPrecision(digits))) : value.toExponential(digits - 1).replace("e+", "e");
};

// The least digits that name a number as it is chosen.
function plain(value) {
  const text = Number(value.toPrecision(6));
  return Math.abs(text) >= 1e6 || (text !== 0 && Math.abs(text) < 1e-4) ? text.toExponential().replace("e+", "e") : String(text);
}

const groupsOf = (scenario) => [...new Set(scenario.bounds.map((bound) => bound.group).filter((group) => group !== null))];

function countingIn(scenario, group) {
  const chosen = state.counts[group];
  if (chosen === "given" && scenario.differenceGroup === group) return chosen;
  if (scenario.bounds.some((bound) => bound.group === group && bound.stem === chosen)) return chosen;
  return scenario.bounds.find((bound) => bound.group === group && bound.counts)?.stem ?? null;
}

// Whether a bound of the scenario's is one of its alternatives that do not count, by the scenario or the control.
const isPassedOver = (scenario, bound) => bound.group !== null && countingIn(scenario, bound.group) !== bound.stem;

const variantsOf = (scenario, control, level) => scenario.variants.filter((variant) => variant.control === control && variant.level === level);

// Between two variants of a control, each bound of the first with its fellow in the second.
function blended(variants, value, scale, rename) {
  const sorted = [...variants].sort((first, second) => first.value - second.value);
  const above = Math.min(sorted.length - 1, Math.max(1, sorted.findIndex((variant) => variant.value >= value)));
  const [low, high] = [sorted[above - 1], sorted[above]];
  const part = (scale(value) - scale(low.value)) / (scale(high.value) - scale(low.value));
  return low.bounds.flatMap((bound, index) => {
    const fellow = high.bounds[index];
    if (!fellow) return [];
    const cell = (mass) => blend(cellAt(bound.row, mass, bound.massEdge), cellAt(fellow.row, mass, bound.massEdge), part);
    return [{ ...bound, title: rename(bound.title, low.value, value), cell, row: null, reach: null, likelihood: null }];
  });
}

// g′² for a shift of one of a_μ at a mass, times n of the confidence level: the program's limit for Δa = 0 ± σ.
function differenceBound(scenario) {
  const [own, level] = [null, state.cl].map((at) => variantsOf(scenario, "difference", at)[0]?.bounds[0]);
  const asked = level ?? own;
  const unit = variantsOf(scenario, "difference", null)[0].value;
  const prefers = state.value - 2 * state.sigma > 0;
  const coupling = (edge, shift) => (shift > 0 ? edge * Math.sqrt(shift / (2 * unit)) : 0);
  const cell = (mass) => {
    const [base, at] = [cellAt(own.row, mass), cellAt(asked.row, mass)];
    if (base.form !== "x" || base.intervals.length !== 1 || at.intervals.length !== 1) return base;
    const edge = base.intervals[0][0];
    const deviations = 2 * (at.intervals[0][0] / edge) ** 2;
    if (!prefers) return { ...base, intervals: [[coupling(edge, state.value + deviations * state.sigma), Infinity]] };
    const bands = [1, 2].map((width) => [coupling(edge, state.value - width * state.sigma), coupling(edge, state.value + width * state.sigma)]);
    return { form: "p", reason: null, deviations: [1, 2], intervals: bands };
  };
  // Δa of a Z′ goes as g′², as its limits say.
  const pull = (shift) => ((shift - state.value) / state.sigma) ** 2;
  const at = (mass, g) => {
    const base = cellAt(own.row, mass);
    return base.form === "x" && base.intervals.length === 1 ? pull(2 * unit * (g / base.intervals[0][0]) ** 2) : NaN;
  };
  return {
    ...asked, cell, row: null, reach: null, likelihood: { isOwn: true, at, without: pull(0) }, group: scenario.differenceGroup, decides: !prefers, kind: prefers ? "preferred" : "observed",
    kindWords: prefers ? "preferred region" : asked.kindWords, title: "g−2, given", level: prefers ? "not stated" : asked.level,
  };
}

// The way to combine them: where the product of likelihoods is not tabulated, any bound excludes.
const combination = () => (state.combination === "likelihood" && !scenarioAt(state.scenario).hasLikelihoods ? "union" : state.combination);

// The bounds as all controls leave them, those that are switched off among them.
function boundsAsChosen() {
  const scenario = scenarioAt(state.scenario);
  const level = state.cl === null ? null : variantsOf(scenario, "cl", state.cl)[0];
  // A likelihood is the same at every level.
  let bounds = scenario.bounds.map((bound) => {
    const other = level?.bounds.find(({ stem }) => stem === bound.stem);
    return other ? Object.assign(other, { likelihood: bound.likelihood }) : bound;
  });
  if (state.neff !== null && variantsOf(scenario, "neff", null).length > 1) {
    const rename = (title, low, value) => title.replace(String(low), plain(value));
    const moved = blended(variantsOf(scenario, "neff", null), state.neff, Math.log, rename);
    bounds = bounds.map((bound) => moved.find((other) => other.stem === bound.stem) ?? bound);
  }
  bounds = bounds.map((bound) => (isPassedOver(scenario, bound) ? { ...bound, decides: false, alternative: true } : bound));
  if (state.muons !== null && variantsOf(scenario, "muons", state.cl).length > 1) {
    const rename = (title, low, value) => title.replace(low.toExponential(0).replace("e+", "e"), plain(value));
    bounds = bounds.concat(blended(variantsOf(scenario, "muons", state.cl), state.muons, Math.log, rename));
  }
  if (scenario.differenceGroup !== null && countingIn(scenario, scenario.differenceGroup) === "given") bounds.push(differenceBound(scenario));
  return bounds;
}

const chosenBounds = () => boundsAsChosen().filter((bound) => !state.off.has(bound.stem));

const currentFit = () => scenarioAt(state.scenario).fits[Math.min(state.fit, scenarioAt(state.scenario).fits.length - 1)];
