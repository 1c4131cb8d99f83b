package org.switchboard.telephony.plan;

/** Hears which devices changed, so that what others have cached of them can be thrown away. Must return quickly. */
public interface DeviceChanges {

    /**
     * A device's settings changed, or it is new.
     *
     * @param sipUsername its SIP user name
     */
    void changed(String sipUsername);

    /**
     * A device no longer exists.
     *
     * @param sipUsername its SIP user name
     */
    void gone(String sipUsername);

    /** Changes may have been missed: any device may have changed. */
    void anyMayHaveChanged();
}
