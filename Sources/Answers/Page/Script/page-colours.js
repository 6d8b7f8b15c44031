"use strict";
// Colours by day and by night: the picture has them in itself, so that it can be saved as it is seen.

const darkQuery = matchMedia("(prefers-color-scheme: dark)");
const printQuery = matchMedia("print");
const isDark = () => darkQuery.matches && !printQuery.matches;

// Told apart by lightness as well as by hue.
const linesByDay = ["#0b57a4", "#9a3412", "#166534", "#6b21a8", "#9f1239", "#155e75", "#713f12", "#3730a3", "#86198f", "#3f6212"];
const linesByNight = ["#8ab8f0", "#fdba74", "#86efac", "#d8b4fe", "#fda4af", "#67e8f9", "#fde68a", "#a5b4fc", "#f0abfc", "#bef264"];

function palette() {
  return isDark()
    ? { ink: "#e6e6e6", paper: "#161616", rule: "#555555", grid: "#2b2b2b", allowed: "#14532d", preferred: "#a16207", both: "#4ade80", lines: linesByNight }
    : { ink: "#1b1b1b", paper: "#ffffff", rule: "#8a8a8a", grid: "#e8e8e8", allowed: "#dcfce7", preferred: "#fde68a", both: "#16a34a", lines: linesByDay };
}

// A bound keeps its colour whatever else is shown.
function colourOf(stem) {
  const stems = [...new Set(tables.scenarios.flatMap((scenario) => scenario.bounds.map((bound) => bound.stem)))];
  const index = stems.indexOf(stem);
  const { lines } = palette();
  return lines[(index < 0 ? lines.length - 1 : index) % lines.length];
}
