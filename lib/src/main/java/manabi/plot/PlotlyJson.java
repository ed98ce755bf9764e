package manabi.plot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * Turns a tablesaw figure into JSON for plotly.js.
 *
 * <p>tablesaw writes JavaScript from templates: unquoted names, texts escaped for HTML, and titles
 * as plain strings, which plotly.js 3 does not take any more.
 */
final class PlotlyJson {

  private static final JsonMapper SCRIPT =
      JsonMapper.builder()
          .enable(
              JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
              JsonReadFeature.ALLOW_SINGLE_QUOTES,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  /** As many as tell two {@code float}s apart in a chart. */
  private static final MathContext DIGITS = new MathContext(7);

  private static final List<String> BUTTONS = List.of("toImage", "zoom2d", "pan2d", "resetScale2d");

  private PlotlyJson() {}

  static ObjectNode of(Figure figure) {
    ObjectNode spec = SCRIPT.createObjectNode();
    ArrayNode data = spec.putArray("data");
    Trace[] traces = figure.getTraces();
    for (int i = 0; i < traces.length; i++) {
      ObjectNode trace = (ObjectNode) parse(traces[i].asJavascript(i));
      if (traces[i] instanceof ScatterTrace) {
        trace.replace("x", unquote(trace.get("x")));
        trace.replace("y", unquote(trace.get("y")));
      }
      data.add(clean(trace));
    }
    ObjectNode layout = (ObjectNode) clean(parse(figure.getLayout().asJavascript()));
    nestTitle(layout);
    layout.forEach(PlotlyJson::nestTitle);
    style(layout);
    spec.set("layout", layout);
    ObjectNode config = spec.putObject("config").put("displaylogo", false);
    // All others are for other charts or send the data away.
    BUTTONS.forEach(config.putArray("modeBarButtons").addArray()::add);
    return spec;
  }

  static Map<String, Object> toMap(ObjectNode spec) {
    return SCRIPT.convertValue(spec, new TypeReference<Map<String, Object>>() {});
  }

  /** Returns a text for tablesaw's templates, which escape HTML but put it bare between quotes. */
  static String quotable(String text) {
    return text.replace("\\", "\\\\").replaceAll("\\R", " ");
  }

  /** Returns a text that plotly.js shows as it is, where it would take {@code <b>} for a tag. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Looks like the picture, which it replaces under the pointer. */
  private static void style(ObjectNode layout) {
    layout.put("paper_bgcolor", "#ffffff").put("plot_bgcolor", "#ffffff");
    layout.putObject("hoverlabel").put("namelength", -1); // the whole name of a series
    layout.putObject("font").put("size", 12).put("color", Palette.css(Palette.INK));
    int top = layout.at("/title/text").asText().isEmpty() ? 24 : 48;
    layout.putObject("margin").put("l", 48).put("r", 16).put("t", top).put("b", 40);
    for (String name : List.of("xaxis", "yaxis")) {
      ObjectNode axis = (ObjectNode) layout.get(name);
      ((ObjectNode) axis.get("title")).put("standoff", 8);
      axis.put("automargin", true)
          .put("exponentformat", "power")
          .put("minexponent", 5) // 2000, not 0.2×10⁴
          .put("gridcolor", Palette.css(Palette.GRID))
          .put("zerolinecolor", Palette.css(Palette.GRID));
    }
  }

  private static JsonNode parse(String script) {
    try {
      return SCRIPT.readTree(script.substring(script.indexOf('{')));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("tablesaw wrote what cannot be read: " + script, e);
    }
  }

  private static JsonNode clean(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(field -> field.setValue(clean(field.getValue())));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, clean(array.get(i)));
      }
    } else if (node.isTextual()) {
      return SCRIPT.getNodeFactory().textNode(unescape(node.textValue()));
    } else if (node.isDouble()) {
      return number(node.doubleValue());
    }
    return node;
  }

  /** Returns the numbers that tablesaw put in quotes. */
  private static JsonNode unquote(JsonNode texts) {
    ArrayNode numbers = SCRIPT.createArrayNode();
    texts.forEach(text -> numbers.add(Double.parseDouble(text.textValue())));
    return numbers;
  }

  private static JsonNode number(double value) {
    if (!Double.isFinite(value)) {
      return SCRIPT.getNodeFactory().nullNode();
    }
    double rounded = new BigDecimal(value).round(DIGITS).doubleValue();
    boolean whole = rounded == Math.rint(rounded) && Math.abs(rounded) < 1e15;
    return whole
        ? SCRIPT.getNodeFactory().numberNode((long) rounded)
        : SCRIPT.getNodeFactory().numberNode(rounded);
  }

  /** Undoes what plotly.js does not; it decodes the other three itself. */
  private static String unescape(String html) {
    return html.replace("&#39;", "'").replace("&quot;", "\"");
  }

  private static void nestTitle(JsonNode node) {
    if (node instanceof ObjectNode object && object.path("title").isTextual()) {
      ObjectNode title = SCRIPT.createObjectNode().put("text", object.get("title").textValue());
      if (object.has("titlefont")) {
        title.set("font", object.remove("titlefont"));
      }
      object.set("title", title);
    }
  }
}
