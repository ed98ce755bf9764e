// Makes the charts of a page interactive, each when it comes into view. The pictures that are
// there first stay where this script does not run, and where a chart cannot be drawn.
"use strict";

/** The page's own colours, in place of the picture's dark on white. */
function themed(layout) {
  const style = getComputedStyle(document.body);
  const color = (name) => style.getPropertyValue(name).trim();
  const lines = { gridcolor: color("--jp-border-color2"), zerolinecolor: color("--jp-border-color2") };
  return {
    ...layout,
    paper_bgcolor: color("--jp-layout-color0"),
    plot_bgcolor: color("--jp-layout-color0"),
    font: { ...layout.font, color: color("--jp-content-font-color1") },
    modebar: { color: color("--jp-ui-font-color3"), activecolor: color("--jp-ui-font-color1") },
    xaxis: { ...layout.xaxis, ...lines },
    yaxis: { ...layout.yaxis, ...lines },
  };
}

async function draw(chart) {
  const { data, layout, config } = JSON.parse(chart.querySelector("script").textContent);
  const picture = chart.firstElementChild;
  const figure = document.createElement("div");
  const width = Math.min(layout.width, chart.clientWidth);
  picture.hidden = true;
  chart.append(figure);
  try {
    await Plotly.newPlot(figure, data, themed({ ...layout, width }), config);
  } catch (error) {
    figure.remove();
    picture.hidden = false;
    throw error;
  }
}

function recolor() {
  for (const figure of document.querySelectorAll(".manabi-chart > .js-plotly-plot")) {
    Plotly.relayout(figure, themed(figure.layout));
  }
}

const inView = new IntersectionObserver(
  (changes) => {
    for (const { target } of changes.filter((change) => change.isIntersecting)) {
      inView.unobserve(target);
      draw(target);
    }
  },
  { rootMargin: "100%" },
);
document.querySelectorAll(".manabi-chart").forEach((chart) => inView.observe(chart));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolor);
