package org.betor.api.name;

import java.util.Arrays;
import org.betor.api.name.Vocabulary.Word;
import org.jspecify.annotations.Nullable;

/** A tree of spellings, one letter a node. Finding takes time by the spelling, not by the tree. */
final class Words {
  private static final int ASCII = 0x80;
  private static final char BLANK = ' ';

  private final Node root = new Node();

  /** The first step for most words, as the root has very many letters. */
  private final @Nullable Node[] first = new Node[ASCII];

  /** Adds a spelling; a blank stands for a blank, dot, hyphen or underscore, or for nothing. */
  void add(String spelling, Word word) {
    char[] letters = Letters.folded(spelling);
    add(root, letters, 0, word);
    if (letters[0] < ASCII) {
      first[letters[0]] = root.next(letters[0]);
    }
  }

  /** Spellings have few blanks, so that all their ways to be there or not are few too. */
  private static void add(Node from, char[] letters, int start, Word word) {
    Node node = from;
    for (int i = start; i < letters.length; i++) {
      if (letters[i] == BLANK || letters[i] == '-') {
        add(node, letters, i + 1, word);
        node = node.add(BLANK);
      } else {
        node = node.add(letters[i]);
      }
    }
    node.put(word);
  }

  @Nullable Mark find(Reading name, int token) {
    char[] letters = name.letters;
    Node node = root;
    Word best = null;
    int bestEnd = 0;
    int last = token;
    int at = name.token(token).start;
    for (; at < letters.length; at++) {
      char letter = letters[at] < 'a' && isJoin(letters, at) ? BLANK : letters[at];
      if (letter == Letters.NOTHING) {
        continue;
      }
      node = node == root && letter < ASCII ? first[letter] : node.next(letter);
      if (node == null) {
        break;
      }
      last = letter == BLANK ? last : tokenAt(name, last, at);
      Word word =
          node.hasWord() && endsWord(name, last, at) ? node.word(name, token, at + 1) : null;
      best = word == null ? best : word;
      bestEnd = word == null ? bestEnd : at + 1;
    }
    return best == null ? null : mark(name, token, best, bestEnd);
  }

  private static int tokenAt(Reading name, int token, int at) {
    int last = token;
    while (last + 1 < name.size() && name.token(last).end <= at) {
      last++;
    }
    return last;
  }

  private static boolean endsWord(Reading name, int token, int at) {
    boolean end = name.token(token).end == at + 1 || !Letters.isWord(name.letters[at]);
    return end && !isCodecNext(name.letters, at);
  }

  private static Mark mark(Reading name, int token, Word word, int end) {
    int last = token;
    while (last + 1 < name.size() && name.token(last + 1).start < end) {
      last++;
    }
    return new Mark(word.role(), word.value(), token, last, word.doubtful());
  }

  private static boolean isJoin(char[] letters, int at) {
    char letter = letters[at];
    boolean joins =
        letter == ' ' || letter == '.' || letter == '-' || letter == '_' || letter == ':';
    return joins && at + 1 < letters.length && Letters.isWord(letters[at + 1]);
  }

  /** Whether the last letter belongs to what follows, as in DTS.x264. */
  private static boolean isCodecNext(char[] letters, int at) {
    return letters[at] == 'x'
        && at + 3 < letters.length
        && letters[at + 1] == '2'
        && letters[at + 2] == '6'
        && at > 0
        && letters[at - 1] != '2';
  }

  private static final class Node {
    private static final Word[] NONE = {};

    private char[] letters = {};
    private Node[] nodes = {};
    private Word[] words = NONE;

    boolean hasWord() {
      return words.length > 0;
    }

    /** Most nodes have one or two letters, so that looking at each is the fastest. */
    @Nullable Node next(char letter) {
      for (int i = 0; i < letters.length && letters[i] <= letter; i++) {
        if (letters[i] == letter) {
          return nodes[i];
        }
      }
      return null;
    }

    /** The word that is spelled so; the first one of those for which the case is right. */
    @Nullable Word word(Reading name, int token, int end) {
      for (Word word : words) {
        if (!word.capitals()
            || name.isCapitals(name.token(token).start, end)
            || isListed(name, word, name.token(token).start, end)) {
          return word;
        }
      }
      return null;
    }

    /** Codes of languages need no capitals within a list such as {Fr-Eng}. */
    private static boolean isListed(Reading name, Word word, int start, int end) {
      return word.role() == Role.LANGUAGE
          && start > 0
          && end < name.letters.length
          && Character.isUpperCase(name.text.charAt(start))
          && "{[(-/+&,".indexOf(name.letters[start - 1]) >= 0
          && "}])-/+&,".indexOf(name.letters[end]) >= 0;
    }

    Node add(char letter) {
      int i = Arrays.binarySearch(letters, letter);
      if (i >= 0) {
        return nodes[i];
      }
      int place = -i - 1;
      letters = Arrays.copyOf(letters, letters.length + 1);
      nodes = Arrays.copyOf(nodes, nodes.length + 1);
      System.arraycopy(letters, place, letters, place + 1, letters.length - place - 1);
      System.arraycopy(nodes, place, nodes, place + 1, nodes.length - place - 1);
      letters[place] = letter;
      nodes[place] = new Node();
      return nodes[place];
    }

    void put(Word word) {
      words = Arrays.copyOf(words, words.length + 1);
      words[words.length - 1] = word;
    }
  }
}
