package org.betor.core.internal.title;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Names of one to four words from short lists, so that many works share words or whole names. */
final class InventedNames {
  private static final List<Noun> NOUNS =
      nouns(
          """
          River=O Rio, Night=A Noite, House=A Casa, Road=A Estrada, Salt=O Sal, Echo=O Eco
          Storm=A Tempestade, Lighthouse=O Farol, Bridge=A Ponte, Orchard=O Pomar, Fox=A Raposa
          Captain=O Capitão, Sea=O Mar, Tide=A Maré, Ember=A Brasa, Ash=A Cinza, Moth=A Mariposa
          Clock=O Relógio, Star=A Estrela, Train=O Trem, Garden=O Jardim, Secret=O Segredo
          Promise=A Promessa, Shadow=A Sombra, Winter=O Inverno, Summer=O Verão, Spring=A Primavera
          Letter=A Carta, Door=A Porta, Wolf=O Lobo, Crow=O Corvo, Hill=A Colina, Table=A Mesa
          Saint=O Santo, Hero=O Herói, Revenge=A Vingança, Rescue=O Resgate, Trap=A Armadilha
          Haven=O Refúgio, Orbit=A Órbita, Voice=A Voz, Dream=O Sonho, City=A Cidade, Island=A Ilha
          Mirror=O Espelho, Snow=A Neve, Fire=O Fogo, Well=O Poço, Basement=O Porão, Life=A Vida
          Love=O Amor, Death=A Morte, King=O Rei, Queen=A Rainha, Child=A Criança, Dog=O Cão
          Thief=O Ladrão, Judge=O Juiz, Doctor=O Doutor, Stranger=O Estranho, Forest=A Floresta
          Moon=A Lua, Sun=O Sol, Hour=A Hora, Summit=O Cume, Harbour=O Porto, Lantern=A Lanterna
          Bell=O Sino, Ghost=O Fantasma, Machine=A Máquina, Planet=O Planeta, Circus=O Circo
          """);
  private static final List<Adjective> ADJECTIVES =
      adjectives(
          """
          Blue=Azul, Green=Verde, Final=Final, Wild=Selvagem, Invisible=Invisível, Sad=Triste
          Distant=Distante, Big=Grande, Burning=Ardente, Silver=de Prata, Noble=Nobre
          Fragile=Frágil, Brilliant=Brilhante, Terrible=Terrível, Mortal=Mortal, Gentle=Gentil
          Impossible=Impossível, Southern=do Sul, Northern=do Norte, Iron=de Ferro, Glass=de Vidro
          Paper=de Papel, Golden=de Ouro, Midnight=da Meia-Noite, Nameless=Sem Nome, Brave=Valente
          """);
  private static final List<String> NUMERALS = List.of("2", "3", "II", "III", "IV");

  private final Random random;

  InventedNames(Random random) {
    this.random = random;
  }

  Name next() {
    Noun one = anyOf(NOUNS);
    Noun other = anyOf(NOUNS);
    Adjective adjective = anyOf(ADJECTIVES);
    return switch (random.nextInt(9)) {
      case 0 -> new Name(one.english, one.bare());
      case 1 -> new Name("The " + one.english, one.portuguese);
      case 2 -> new Name(adjective.english + " " + one.english, adjective.after(one.bare()));
      case 3 ->
          new Name("The " + adjective.english + " " + one.english, adjective.after(one.portuguese));
      case 4 -> new Name(one.english + " of " + other.english, one.bare() + other.contracted());
      case 5 -> new Name(one.english + " & " + other.english, one.bare() + " e " + other.bare());
      case 6 ->
          new Name(
              one.english + " and the " + other.english,
              one.bare() + " e " + other.portuguese.toLowerCase(Locale.ROOT));
      case 7 -> new Name("The " + one.english + "'s " + other.english, other.of(one));
      default -> numbered(one);
    };
  }

  private Name numbered(Noun noun) {
    String numeral = anyOf(NUMERALS);
    return new Name(noun.english + " " + numeral, noun.portuguese + " " + numeral);
  }

  private <T> T anyOf(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  private static List<Noun> nouns(String pairs) {
    return Arrays.stream(pairs.strip().split(",\\s|\n", -1))
        .map(pair -> new Noun(before(pair), behind(pair)))
        .toList();
  }

  private static List<Adjective> adjectives(String pairs) {
    return Arrays.stream(pairs.strip().split(",\\s|\n", -1))
        .map(pair -> new Adjective(before(pair), behind(pair)))
        .toList();
  }

  private static String before(String pair) {
    return pair.substring(0, pair.indexOf('='));
  }

  private static String behind(String pair) {
    return pair.substring(pair.indexOf('=') + 1);
  }

  /** What a work is called at home and in Brazil. */
  record Name(String english, String portuguese) {}

  /** With its article in Portuguese. */
  private record Noun(String english, String portuguese) {
    String bare() {
      return portuguese.substring(2);
    }

    String contracted() {
      return " d" + portuguese.toLowerCase(Locale.ROOT).charAt(0) + " " + bare();
    }

    String of(Noun owner) {
      return portuguese + owner.contracted();
    }
  }

  /** Of those that are alike for both genders in Portuguese. */
  private record Adjective(String english, String portuguese) {
    String after(String noun) {
      return noun + " " + portuguese;
    }
  }
}
