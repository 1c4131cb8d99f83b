package org.switchboard.telephony.tenant;

/** Looks at a transaction of the portal after its work is done and before it is committed, and can still stop it. */
@FunctionalInterface
public interface BeforeCommit {

    /**
     * Looks at the running transaction; what it throws rolls everything back and reaches whoever wanted the change.
     */
    void check();
}
