package org.switchboard.telephony.call;

/** Where a call can be told something, by any thread and at any time. */
public final class CallPost {

    private final Mailbox mailbox;

    CallPost(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /**
     * Tells the call something, which it reads when it next waits ({@link Call#await}). Never waits itself.
     *
     * @param news what
     * @return false when the call is over, or has left so much unread that it must be stuck
     */
    public boolean tell(CallNews news) {
        return mailbox.post(new CallMessage.Told(news));
    }
}
