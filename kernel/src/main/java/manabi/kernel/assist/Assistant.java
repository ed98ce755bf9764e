package manabi.kernel.assist;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import manabi.kernel.eval.SourceText;
import manabi.kernel.eval.Workspace;

/** Helps while a cell is typed; may be asked from every thread, also while a cell runs. */
public final class Assistant {
  private static final Logger LOG = Logger.getLogger(Assistant.class.getName());
  private static final String INDENT = "    ";

  /** Whether a cell can run as it is. */
  public enum Completion {
    /** It can. */
    COMPLETE,
    /** Something has to follow. */
    INCOMPLETE,
    /** Nothing that follows can make it right. */
    INVALID,
    /** Only the magic that the cell is for can tell. */
    UNKNOWN
  }

  /** What an answer depends on, as long as nothing else is declared. */
  private record Question(String file, String word, boolean withSource) {}

  private static final int ANSWERS_KEPT = 100;

  private final SourceReader reader = new SourceReader();
  private final Members members = new Members(reader);
  private final CellParser parser = new CellParser();
  private final Documentation documentation = new Documentation(reader, Sources.ofThisMachine());
  // A contextual help asks again at every move of the cursor within a word.
  private final Map<Question, Inspection> answered = new RecentlyUsed<>(ANSWERS_KEPT);
  private final Workspace workspace;
  private final Session session;
  private final MagicHelp magics;
  private final ImportCompleter importNames;

  /**
   * Makes an assistant for the cells of one kernel.
   *
   * @param workspace what the cells have declared
   * @param magicNames the names of magics, with their percent signs
   */
  public Assistant(Workspace workspace, Supplier<List<String>> magicNames) {
    this.workspace = workspace;
    session = new Session(workspace, members);
    importNames = new ImportCompleter(workspace, reader);
    magics = new MagicHelp(magicNames);
  }

  /** Does what the first completion would else wait for. */
  public void warmUp() {
    complete("List<String> warm = List.of(); warm.forEach(word -> word.", 57);
    complete("Strin", 5);
    var unused = completion("int warm = 1;");
  }

  /** Returns what can stand at {@code cursor} in {@code code}. */
  public synchronized Completions complete(String code, int cursor) {
    return tolerantly(() -> find(code, cursor), new Completions(List.of(), cursor, cursor));
  }

  private Completions find(String code, int cursor) {
    String before = code.substring(0, cursor);
    Completions none = new Completions(List.of(), cursor, cursor);
    if (code.isBlank()) {
      return none;
    }
    String java = blanked(before);
    if (endsInMagic(before, java)) {
      return magics.complete(before).orElse(none);
    }
    if (MagicText.isForeign(before)) {
      return none;
    }
    refresh();
    return importNames.complete(java).or(() -> names(java, code)).orElse(none);
  }

  /** Returns whether the last line is a magic, up to the cursor without Java in it. */
  private boolean endsInMagic(String code, String java) {
    int line = code.lastIndexOf('\n') + 1;
    return code.substring(line).stripLeading().startsWith("%")
        && java.substring(line).replace("%", "").isBlank()
        && !isOpen(java.substring(0, line));
  }

  private Optional<Completions> names(String before, String code) {
    int start = Words.start(before);
    String prefix = before.substring(start);
    if (!prefix.isEmpty() && !Character.isJavaIdentifierStart(prefix.charAt(0))) {
      return Optional.empty();
    }
    boolean called = code.substring(Words.end(code, before.length())).startsWith("(");
    return parser
        .unit(before.substring(0, start), members)
        .flatMap(
            unit ->
                at(
                    unit,
                    file(unit, ""),
                    names -> new Completer(session, names, prefix, called).matches()))
        .map(matches -> new Completions(List.copyOf(matches), start, before.length()));
  }

  /** Returns what {@code work} makes of the cursor's place in a file. */
  private <T> Optional<T> at(CellUnit unit, String file, Function<Names, T> work) {
    Imports imports = session.imports(unit);
    return reader.analyze(
        file,
        reading ->
            Site.of(reading).map(site -> work.apply(new Names(workspace.types(), imports, site))));
  }

  /** Returns a cell as a file in which a word is used. */
  private String file(CellUnit unit, String word) {
    return unit.source(workspace::importsFor, session::named, word);
  }

  /**
   * Returns what the name at {@code cursor} means; where there is none, what the method means whose
   * arguments are there.
   *
   * @param withSource whether to show the source of what a cell declares
   */
  public synchronized Optional<Inspection> inspect(String code, int cursor, boolean withSource) {
    return tolerantly(() -> explain(code, cursor, withSource), Optional.empty());
  }

  private Optional<Inspection> explain(String code, int cursor, boolean withSource) {
    String java = blanked(code);
    if (MagicText.isForeign(code)) {
      return magics.inspect(code, cursor);
    }
    refresh();
    return word(java, cursor, withSource)
        .or(() -> call(java, cursor, withSource))
        .or(() -> magics.inspect(code, cursor));
  }

  private Optional<Inspection> word(String code, int cursor, boolean withSource) {
    int start = Words.start(code.substring(0, cursor));
    String word = code.substring(start, Words.end(code, cursor));
    if (word.isEmpty() || !Character.isJavaIdentifierStart(word.charAt(0))) {
      return Optional.empty();
    }
    return parser
        .unit(code.substring(0, start), members)
        .flatMap(unit -> word(unit, word, withSource));
  }

  private Optional<Inspection> word(CellUnit unit, String word, boolean withSource) {
    Question question = new Question(file(unit, word), word, withSource);
    Inspection known = answered.get(question);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Inspection> answer =
        at(
                unit,
                question.file(),
                names ->
                    new Inspector(documentation, workspace, session, names, word)
                        .inspection(withSource))
            .flatMap(found -> found);
    if (!session.isVariable(word)) { // A variable's value changes.
      answer.ifPresent(found -> answered.put(question, found));
    }
    return answer;
  }

  /** Returns what the method means that is called around the cursor or ends there. */
  private Optional<Inspection> call(String code, int cursor, boolean withSource) {
    String before = code.substring(0, cursor).stripTrailing();
    boolean ended = before.endsWith(")") || before.endsWith(");");
    int bracket =
        SourceText.openBracket(ended ? before.substring(0, before.lastIndexOf(')')) : before);
    return bracket < 0
        ? Optional.empty()
        : word(code, Words.beforeArguments(code, bracket), withSource);
  }

  private void refresh() {
    boolean otherJars = reader.classpath(session.classpath());
    boolean otherNames = session.refresh();
    if (otherJars || otherNames) {
      answered.clear();
    }
  }

  private String blanked(String code) {
    return MagicText.blanked(code, this::isOpen);
  }

  private boolean isOpen(String code) {
    return parser.parts(code).end() == Completeness.DEFINITELY_INCOMPLETE;
  }

  /** Returns whether {@code code} can run as it is. */
  public synchronized Completion completion(String code) {
    if (MagicText.isForeign(code)) {
      return Completion.UNKNOWN;
    }
    return tolerantly(() -> judge(code), Completion.UNKNOWN);
  }

  private Completion judge(String code) {
    if (MagicText.lacksBody(code)) {
      return Completion.INCOMPLETE;
    }
    return switch (parser.parts(blanked(code)).end()) {
      case UNKNOWN -> Completion.INVALID;
      case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> Completion.INCOMPLETE;
      default -> Completion.COMPLETE;
    };
  }

  /** Returns {@code none} where the compiler fails on what is typed, as it does at times. */
  private static <T> T tolerantly(Supplier<T> help, T none) {
    try {
      return help.get();
    } catch (RuntimeException | AssertionError | StackOverflowError | LinkageError e) {
      LOG.log(Level.FINE, "no help", e);
      return none;
    }
  }

  /** Returns the white space that the line after {@code code} begins with. */
  public String indent(String code) {
    String step =
        code.lines()
            .map(line -> line.substring(0, line.length() - line.stripLeading().length()))
            .filter(margin -> !margin.isEmpty() && margin.length() <= INDENT.length())
            .min(Comparator.comparing(String::length))
            .orElse(INDENT);
    return step.repeat(SourceText.openBrackets(code));
  }
}
