package manabi.kernel.assist;

import java.util.Map;
import java.util.Set;

/** The formats that documentation is shown in. */
enum Format {
  /** Text for terminals. */
  PLAIN {
    @Override
    String text(String text) {
      return text;
    }

    @Override
    String code(String code) {
      return code;
    }

    @Override
    String block(String code) {
      return code;
    }

    @Override
    String strong(String text) {
      return text;
    }

    @Override
    String start(String element) {
      return Layout.STARTS.getOrDefault(element, "");
    }

    @Override
    String end(String element) {
      return Layout.ENDS.getOrDefault(element, "");
    }
  },

  /** Markdown. */
  MARKDOWN {
    @Override
    String text(String text) {
      return text.replaceAll("([\\\\*_`<])", "\\\\$1");
    }

    @Override
    String code(String code) {
      return code.contains("`") ? "`` " + code + " ``" : "`" + code + "`";
    }

    @Override
    String block(String code) {
      return "```java\n" + code + "\n```";
    }

    @Override
    String strong(String text) {
      return "**" + text + "**";
    }

    @Override
    String start(String element) {
      return PLAIN.start(element) + (element.equals("pre") ? "```java\n" : mark(element));
    }

    @Override
    String end(String element) {
      return (element.equals("pre") ? "\n```" : mark(element)) + PLAIN.end(element);
    }

    private static String mark(String element) {
      return Layout.MARKS.getOrDefault(element, "");
    }
  },

  /** HTML of a few harmless elements without attributes. */
  HTML {
    @Override
    String text(String text) {
      return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    String code(String code) {
      return "<code>" + text(code) + "</code>";
    }

    @Override
    String block(String code) {
      return "<pre>" + text(code) + "</pre>";
    }

    @Override
    String strong(String text) {
      return "<b>" + text(text) + "</b>";
    }

    @Override
    String start(String element) {
      return Layout.HARMLESS.contains(element) ? "<" + element + ">" : "";
    }

    @Override
    String end(String element) {
      return Layout.HARMLESS.contains(element) ? "</" + element + ">" : "";
    }
  };

  /** What elements of HTML are in other formats. */
  private static final class Layout {
    static final Map<String, String> STARTS =
        Map.ofEntries(
            Map.entry("p", "\n\n"),
            Map.entry("br", "\n"),
            Map.entry("ul", "\n"),
            Map.entry("ol", "\n"),
            Map.entry("li", "\n- "),
            Map.entry("pre", "\n\n"),
            Map.entry("dt", "\n\n"),
            Map.entry("dd", "\n  "),
            Map.entry("tr", "\n"),
            Map.entry("td", " "),
            Map.entry("th", " "));
    static final Map<String, String> ENDS =
        Map.of("ul", "\n\n", "ol", "\n\n", "pre", "\n\n", "table", "\n\n");
    static final Map<String, String> MARKS =
        Map.of("b", "**", "strong", "**", "i", "*", "em", "*", "code", "`");
    static final Set<String> HARMLESS =
        Set.of(
            "p",
            "br",
            "ul",
            "ol",
            "li",
            "pre",
            "code",
            "b",
            "strong",
            "i",
            "em",
            "dl",
            "dt",
            "dd",
            "table",
            "thead",
            "tbody",
            "tr",
            "td",
            "th",
            "sub",
            "sup",
            "blockquote");
  }

  /** Returns text as it is read. */
  abstract String text(String text);

  /** Returns code inside of a line. */
  abstract String code(String code);

  /** Returns lines of code. */
  abstract String block(String code);

  /** Returns a text that stands out. */
  abstract String strong(String text);

  /** Returns what an element of HTML begins with. */
  abstract String start(String element);

  /** Returns what an element of HTML ends with. */
  abstract String end(String element);

  /** Returns the text without needless space. */
  String tidy(String text) {
    return text.replaceAll("[ \\t]+\\n", "\n").replaceAll("\\n{3,}", "\n\n").strip();
  }
}
