/**
 * The embedded PostgreSQL, and the preparation of any PostgreSQL.
 */
package org.switchboard.local.postgres;
