package org.betor.accounts;

/** What the audit log tells of. More may come. */
public enum Act {
  /** The first SuperAdmin was made with the setup token. */
  SET_UP,
  /** A user was created, or registered. */
  CREATE_USER,
  /** A user has another name. */
  RENAME_USER,
  /** A user has another e-mail address. */
  CHANGE_EMAIL,
  /** A user has another password. */
  CHANGE_PASSWORD,
  /** A user has another role. */
  ASSIGN_ROLE,
  /** A user cannot sign in any more. */
  DEACTIVATE_USER,
  /** A user can sign in again. */
  ACTIVATE_USER,
  /** A user was banned. */
  BAN_USER,
  /** A ban was lifted. */
  LIFT_BAN,
  /** What is kept about a user was handed out. */
  EXPORT_USER,
  /** What was kept about a user is gone. */
  ERASE_USER,
  /** Somebody else looked at the sessions of a user. */
  SEE_SESSIONS,
  /** Sessions of a user were ended. */
  END_SESSIONS,
  /** A refresh token of a user came again that was used before; the session was ended. */
  REUSE_TOKEN,
  /** Access tokens are signed by other keys. */
  ROTATE_KEYS,
  /** A role was added. */
  ADD_ROLE,
  /** A role was removed. */
  REMOVE_ROLE,
  /** A permission was granted to a role. */
  GRANT_PERMISSION,
  /** A permission was withheld from a role. */
  WITHHOLD_PERMISSION,
  /** A permission of a role is as lighter roles have it. */
  INHERIT_PERMISSION,
  /** An upload was handed in. */
  SUBMIT_UPLOAD,
  /** An upload was put into the catalogue. */
  APPROVE_UPLOAD,
  /** An upload was kept from the catalogue. */
  REFUSE_UPLOAD,
  /** An upload was deleted from the catalogue, and is blocked there. */
  DELETE_UPLOAD,
  /** There is another rule for ratios. */
  SET_DEFAULT_RATIO,
  /** A user has a minimum ratio of their own, or no more. */
  SET_MINIMUM_RATIO,
  /** What counts for the ratio of a user was adjusted. */
  ADJUST_RATIO
}
