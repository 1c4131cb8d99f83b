package org.switchboard.telephony.ari;

/** Carries requests to Asterisk. HTTP today; Asterisk also takes the same requests over the event WebSocket. */
@FunctionalInterface
public interface AriTransport {

    /**
     * Sends one request and waits for its reply.
     *
     * @param request what to ask
     * @return the reply, whatever its status
     * @throws AriException with {@link AriFailure#UNREACHABLE} when no reply came; what became of the request is then unknown
     */
    AriResponse send(AriRequest request);
}
