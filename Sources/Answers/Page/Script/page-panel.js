"use strict";
// What is said of a point, in words and as a table.

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text !== null) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

const limitText = (verdict) => (verdict.massLimit !== null ? `m > ${short(verdict.massLimit)} MeV` : short(verdict.limit, verdict.bound.digits ?? 3));
const marginText = (margin) => (margin === null || !isFinite(margin) ? "–" : `${margin < 0 ? "−" : "+"}${Math.abs(margin).toFixed(3)}`);

// In the words that the program has for the part a bound plays.
function verdictText(verdict) {
  const { bound } = verdict;
  if (verdict.verdict === "excluded" && !bound.decides) return "would exclude";
  return verdict.verdict;
}

function assessment({ mass, coupling }) {
  const bounds = shapes ? shapes.bounds : chosenBounds();
  const column = columnAt(bounds, mass);
  return {
    mass, coupling, fit: fitAt(currentFit(), mass, coupling),
    standing: shapes?.product ? standingByProduct(shapes.product, mass, coupling) : standingOf(column, mass, coupling, combination()),
    excess: shapes?.product ? excessAt(shapes.product, mass, coupling) : null,
    verdicts: column.map(({ bound, cell, open }) => verdictOf(bound, cell, open, mass, coupling)),
  };
}

function sentenceOf(found) {
  const by = found.verdicts.filter((verdict) => verdict.verdict === "excluded" && verdict.bound.decides).map((verdict) => verdict.bound.title);
  const reason = found.excess !== null ? ` by the product of likelihoods, Δ(−2 ln L) = ${(found.excess + tables.likelihoods.threshold).toFixed(2)}`
    : found.standing !== "excluded" ? "" : by.length > 0 && combination() === "union" ? ` by ${by.join(", ")}` : " by the most sensitive bound";
  return `m = ${short(found.mass)} MeV, g′ = ${short(found.coupling)}: ${found.standing}${reason}`;
}

function fitSentence({ fit }) {
  const sign = (value) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;
  const shape = fit.gamma === null || isNaN(fit.gamma) ? "" : `, γ = ${fit.gamma.toFixed(2)}`;
  return `IceCube: χ² = ${fit.chi2.toFixed(2)} (${sign(fit.delta)} against no Z′, ${sign(fit.deltaFree)} against the best fit without), `
    + `R = ${fit.ratio ? fit.ratio.toFixed(3) : "–"}, A = ${fit.amplitude.toFixed(2)}${shape} (${currentFit().treatment}).`;
}

function linksOf(bound) {
  const cell = element("td", null);
  for (const reference of bound.references) {
    const address = reference.arxiv && /^[\w.\/-]+$/.test(reference.arxiv) ? `https://arxiv.org/abs/${reference.arxiv}`
      : reference.doi && /^[\w.\/()-]+$/.test(reference.doi) ? `https://doi.org/${reference.doi}` : null;
    if (address === null) continue;
    cell.append(element("a", reference.arxiv ?? reference.doi, { href: address, rel: "noreferrer", title: reference.citation }), " ");
  }
  return cell;
}

function verdictRow(verdict) {
  const { bound } = verdict;
  const row = element("tr", null, { class: bound.decides ? verdict.verdict : "informs" });
  const error = bound.curveError !== null && verdict.margin !== null && verdict.massLimit === null && Math.abs(verdict.margin) <= Math.log10(1 + bound.curveError);
  const reason = error ? `within the curve’s ±${Math.round(100 * bound.curveError)} %` : verdict.reason;
  row.append(element("th", bound.title, { scope: "row" }), element("td", verdictText(verdict)), element("td", limitText(verdict), { class: "number" }),
    element("td", marginText(verdict.margin), { class: "number" }), element("td", bound.level), element("td", bound.decides ? "decides" : bound.alternative ? "alternative" : bound.kindWords),
    element("td", reason), linksOf(bound));
  return row;
}

const panel = document.getElementById("panel");
const live = document.getElementById("live");

function headOf(names) {
  const head = element("thead", null);
  const row = element("tr", null);
  for (const name of names) row.append(element("th", name, { scope: "col" }));
  head.append(row);
  return head;
}

// Shows a point; a pinned one stays, and is read out.
function show(point, isPinned) {
  const found = assessment(point);
  const table = element("table", null);
  table.append(element("caption", isPinned ? "Pinned point" : "At the pointer"), headOf(["Bound", "Verdict", "Limit", "Margin [dex]", "CL", "Part", "Note", "Reference"]));
  const body = element("tbody", null);
  body.append(...found.verdicts.map(verdictRow));
  table.append(body);
  const wide = element("div", null, { class: "wide", tabindex: "0", role: "region", "aria-label": "Verdicts of the bounds" });
  wide.append(table);
  const parts = [element("p", sentenceOf(found), { class: `standing ${found.standing}` }), element("p", fitSentence(found)), wide];
  if (isPinned) parts.splice(2, 0, ...spectrumFigure(point), ...commandsOf(point));
  panel.replaceChildren(...parts);
  if (isPinned) live.textContent = `${sentenceOf(found)}. ${fitSentence(found)}`;
}

function commandsOf(point) {
  const lines = [["The same by the program", commandLine("check", point)], ["Its spectrum", commandLine("spectrum", point)], ["In Python", pythonLine(point)]];
  return lines.map(([label, text]) => {
    const line = element("p", `${label}: `, { class: "command" });
    line.append(element("code", text), " ");
    const button = element("button", "copy", { type: "button", "aria-label": `Copy: ${label}` });
    button.addEventListener("click", () => copy(text));
    line.append(button);
    return line;
  });
}

// A page from a file may have no clipboard: the text can be marked by hand then.
function copy(text) {
  if (navigator.clipboard) navigator.clipboard.writeText(text).then(() => { live.textContent = "Copied."; }, () => { live.textContent = text; });
  else live.textContent = text;
}
