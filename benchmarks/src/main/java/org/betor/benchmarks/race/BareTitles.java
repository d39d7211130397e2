package org.betor.benchmarks.race;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/** Titles in Lucene by hand, as its tutorials do it: each name as a term, as words, and stored. */
public final class BareTitles {
  private static final int THREADS = 2;
  private static final int BUFFER_MEGABYTES = 256;

  private BareTitles() {}

  /** The first titles of files that are in order. */
  public static List<Lines> read(List<Path> files, int count) throws IOException {
    List<Lines> all = new ArrayList<>();
    try (BufferedReader titles = lines(files.get(0));
        BufferedReader names = lines(files.get(1))) {
      titles.readLine();
      names.readLine();
      String[] name = names.readLine().split("\t", -1);
      for (int i = 0; i < count; i++) {
        String[] title = titles.readLine().split("\t", -1);
        List<String> others = new ArrayList<>();
        while (name[0].equals(title[0])) {
          others.add(name[2]);
          String next = names.readLine();
          name = next == null ? new String[] {""} : next.split("\t", -1);
        }
        all.add(new Lines(title[0], title[5], others));
      }
    }
    return all;
  }

  /** Indexes them with two threads, and commits. */
  public static void index(Path folder, List<Lines> titles) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer =
            new IndexWriter(
                directory,
                new IndexWriterConfig(new StandardAnalyzer())
                    .setRAMBufferSizeMB(BUFFER_MEGABYTES))) {
      List<Callable<Boolean>> halves = new ArrayList<>();
      for (int half = 0; half < THREADS; half++) {
        int first = half;
        halves.add(() -> index(writer, titles, first));
      }
      for (Future<Boolean> half : threads.invokeAll(halves)) {
        half.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  private static boolean index(IndexWriter writer, List<Lines> titles, int first)
      throws IOException {
    for (int i = first; i < titles.size(); i += THREADS) {
      Document document = new Document();
      document.add(new StringField("id", titles.get(i).id, Field.Store.YES));
      document.add(new StoredField("year", titles.get(i).year));
      for (String name : titles.get(i).names) {
        document.add(new StringField("name", name, Field.Store.YES));
        document.add(new TextField("word", name, Field.Store.NO));
      }
      writer.addDocument(document);
    }
    return true;
  }

  private static BufferedReader lines(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8));
  }

  /** What the files say of one title. */
  public record Lines(String id, String year, List<String> names) {}
}
