package org.betor.site;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.betor.api.model.Quality;
import org.betor.api.model.Quality.Resolution;

/** Goes through a post line by line, and gives each download button what was said of it. */
final class ButtonFinder {
  /** A longer line tells a story; it describes no file. */
  private static final int MAX_DESCRIPTION = 160;

  private static final Pattern SECTION =
      Pattern.compile(
          "servidor|versao|download|links?\\b|opcao|::|temporada|»|dublad|legendad|dual");

  /** The heading of the information block, which says nothing of files. */
  private static final Pattern OF_INFORMATION = Pattern.compile("^[^a-z0-9]*informac(?:ao|oes)");

  /** Is a heading even where it is not bold. */
  private static final Pattern PLAIN_SECTION =
      Pattern.compile("^[^a-z0-9]*(?:versao|servidor(?:es)? para|::)[^.]{0,60}$");

  /** Told of each file where they come again after the information block. */
  private static final Set<Label> OF_FILES = EnumSet.of(Label.QUALITY, Label.SIZE, Label.AUDIO);

  private final Labels labels;
  private final List<Button> found = new ArrayList<>();
  private final Context context = new Context();
  private final Set<Label> known = EnumSet.noneOf(Label.class);
  private boolean valueFollows;

  ButtonFinder(Labels labels) {
    this.labels = labels;
  }

  List<Button> found() {
    return found;
  }

  void read(Line line) {
    List<Anchor> buttons =
        line.anchors().stream()
            .filter(anchor -> anchor.visible() && Gates.leadsToTorrent(anchor))
            .toList();
    if (buttons.isEmpty()) {
      readWords(line);
    } else {
      readButtons(line, buttons);
      valueFollows = false;
    }
  }

  private void readWords(Line line) {
    Optional<Label> label = labels.of(line);
    boolean section = label.isEmpty() && isSection(line);
    boolean toldAgain = label.filter(OF_FILES::contains).filter(known::contains).isPresent();
    if (section) {
      context.startSection(line.text());
    } else if (describes(line.text()) && (toldAgain || (label.isEmpty() && !valueFollows))) {
      context.hearLine(line.text());
    } else {
      context.passLine();
    }
    label.ifPresent(known::add);
    valueFollows =
        label.filter(alone -> alone != Label.OTHER).isPresent()
            && InfoBlock.valueIn(line).isEmpty();
  }

  private void readButtons(Line line, List<Anchor> buttons) {
    List<String> words = around(line.text(), buttons);
    String lead = words.get(0);
    String trail = words.get(words.size() - 1);
    boolean behind = !namesQuality(lead) && namesQuality(trail);
    boolean sizeBehind = SizeWords.of(lead).isEmpty() && SizeWords.of(trail).isPresent();
    boolean several = statedResolutions(buttons) > 1;
    if (behind) {
      context.passLine();
    }
    context.startLine(lead);
    for (int i = 0; i < buttons.size(); i++) {
      if (i == 0 || !behind) {
        context.hearBeside(words.get(i));
      }
      if (behind) {
        context.hearBeside(words.get(i + 1));
      }
      if (sizeBehind) {
        context.sizeBehind(SizeWords.of(words.get(i + 1)));
      }
      found.add(context.press(buttons.get(i), several && !sizeBehind));
    }
  }

  /** The words before each button of a line, and those behind the last one. */
  private static List<String> around(String text, List<Anchor> buttons) {
    List<String> words = new ArrayList<>();
    int end = 0;
    for (Anchor button : buttons) {
      words.add(text.substring(Math.min(end, button.start()), button.start()));
      end = Math.max(end, button.end());
    }
    words.add(text.substring(end));
    return words.stream().map(part -> describes(part) ? part : "").toList();
  }

  private static boolean describes(String words) {
    return words.length() <= MAX_DESCRIPTION;
  }

  private static boolean namesQuality(String words) {
    return !QualityWords.of(words).equals(Quality.UNKNOWN);
  }

  private static long statedResolutions(List<Anchor> buttons) {
    return buttons.stream()
        .map(button -> QualityWords.of(button.label()).resolution())
        .filter(resolution -> resolution != Resolution.UNKNOWN)
        .distinct()
        .count();
  }

  /** A heading holds for many buttons, so that a line about one episode or file is none. */
  private static boolean isSection(Line line) {
    if (!describes(line.text())) {
      return false;
    }
    String folded = Folded.of(line.text());
    boolean looksSo =
        line.heading()
            || (line.strong() && SECTION.matcher(folded).find())
            || PLAIN_SECTION.matcher(folded).find();
    return looksSo
        && !OF_INFORMATION.matcher(folded).find()
        && (line.heading() || SizeWords.of(folded).isEmpty())
        && EpisodeWords.of(folded).numbers().isEmpty();
  }
}
