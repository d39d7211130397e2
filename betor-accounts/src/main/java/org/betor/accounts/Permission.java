package org.betor.accounts;

/** What a role may do. More may come. */
public enum Permission {
  /** Search the catalogue. */
  SEARCH,
  /** Download, and watch. */
  DOWNLOAD,
  /** Hand in uploads. */
  UPLOAD,
  /** Approve or refuse uploads of others. */
  APPROVE_UPLOADS,
  /** Create, change, deactivate and erase users, and give them roles. */
  MANAGE_USERS,
  /** Ban users, and lift bans. */
  BAN,
  /** Delete from the catalogue. */
  DELETE_FROM_CATALOG,
  /** Correct what counts for the ratio of a user. */
  ADJUST_RATIO,
  /** Set the ratio that users have to keep. */
  SET_DEFAULT_RATIO,
  /** Add and remove roles, grant and withhold permissions. */
  MANAGE_ROLES,
  /** Change the settings of the application, and the keys of tokens. */
  MANAGE_SETTINGS
}
