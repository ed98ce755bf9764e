package manabi.kernel.maven;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Makes a POM of the pieces of one that are found in read-me files. */
public final class PomFragments {
  private static final Set<String> LISTED = Set.of("dependency", "repository");
  private static final Set<String> LISTS = Set.of("dependencies", "repositories");

  private final Document pom;
  private final Element project;
  private final Element dependencies;
  private final Element repositories;

  private PomFragments(Document pom) {
    this.pom = pom;
    project = (Element) pom.appendChild(pom.createElement("project"));
    dependencies = (Element) project.appendChild(pom.createElement("dependencies"));
    repositories = (Element) project.appendChild(pom.createElement("repositories"));
  }

  /**
   * Returns {@code text} if it is a whole project, or else a project with its elements: loose
   * dependencies and repositories are collected, and what a project needs is filled in.
   *
   * @throws MavenFailure if it is not well-formed
   */
  public static String complete(String text) throws MavenFailure {
    try {
      DocumentBuilder builder = builder();
      String wrapped = "<pieces>" + text + "</pieces>";
      Element pieces =
          builder.parse(new InputSource(new StringReader(wrapped))).getDocumentElement();
      if (pieces.getElementsByTagName("project").getLength() > 0) {
        return text.strip();
      }
      PomFragments fragments = new PomFragments(builder.newDocument());
      for (Node node = pieces.getFirstChild(); node != null; node = node.getNextSibling()) {
        if (node instanceof Element element) {
          fragments.add(element);
        }
      }
      return fragments.text();
    } catch (SAXParseException e) {
      throw new MavenFailure("line %d of the XML: %s".formatted(e.getLineNumber(), e.getMessage()));
    } catch (SAXException
        | java.io.IOException
        | ParserConfigurationException
        | TransformerException e) {
      throw new MavenFailure("cannot read the XML: " + e.getMessage());
    }
  }

  private static DocumentBuilder builder() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null); // Errors are thrown, and not printed too.
    return builder;
  }

  private void add(Element element) {
    String name = element.getTagName();
    if (LISTED.contains(name)) {
      listFor(name.equals("dependency")).appendChild(pom.importNode(element, true));
    } else if (LISTS.contains(name)) {
      for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
        listFor(name.equals("dependencies")).appendChild(pom.importNode(node, true));
      }
    } else {
      project.appendChild(pom.importNode(element, true));
    }
  }

  private Element listFor(boolean dependency) {
    return dependency ? dependencies : repositories;
  }

  private String text() throws TransformerException {
    fillIn("modelVersion", "4.0.0");
    fillIn("groupId", "manabi.notebook");
    fillIn("artifactId", "cell");
    fillIn("version", "1");
    StringWriter text = new StringWriter();
    TransformerFactory.newInstance()
        .newTransformer()
        .transform(new DOMSource(pom), new StreamResult(text));
    return text.toString();
  }

  private void fillIn(String name, String value) {
    for (Node node = project.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeName().equals(name)) {
        return;
      }
    }
    project.appendChild(pom.createElement(name)).setTextContent(value);
  }
}
