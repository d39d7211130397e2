package org.betor.accounts.internal.upload;

import java.util.List;
import org.betor.accounts.Submission;
import org.betor.accounts.internal.database.Database;
import org.betor.api.model.Contents;
import org.betor.api.spi.Catalog;

/**
 * Tells the catalogue what was decided. The database knows first, and remembers until the catalogue
 * was told; so whoever is next makes good what a crash left, and to be told twice does no harm.
 */
public final class Publisher {
  private static final int AT_ONCE = 100;

  private final Database database;
  private final Catalog catalog;

  /** Tells one catalogue. */
  public Publisher(Database database, Catalog catalog) {
    this.database = database;
    this.catalog = catalog;
  }

  /** Tells all that it was not told of. */
  public void tell() {
    List<Submission> untold;
    do {
      untold = database.transact(transaction -> new UploadTable(transaction).untold(AT_ONCE));
      for (Submission submission : untold) {
        put(submission);
        database.transact(
            transaction -> {
              new UploadTable(transaction).tell(submission);
              return submission;
            });
      }
      if (!untold.isEmpty()) {
        catalog.refresh();
      }
    } while (untold.size() == AT_ONCE);
  }

  /** Tells all that was ever decided. */
  public void tellAll() {
    long last = 0;
    List<Submission> page;
    do {
      long after = last;
      page =
          database.transact(transaction -> new UploadTable(transaction).published(after, AT_ONCE));
      for (Submission submission : page) {
        put(submission);
        last = submission.id();
      }
    } while (page.size() == AT_ONCE);
    catalog.refresh();
  }

  private void put(Submission submission) {
    Contents contents =
        database.transact(transaction -> new UploadTable(transaction).contents(submission.id()));
    catalog.put(CatalogEntry.changes(submission, contents));
  }
}
