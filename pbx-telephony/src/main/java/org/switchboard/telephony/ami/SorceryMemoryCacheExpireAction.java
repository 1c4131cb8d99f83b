package org.switchboard.telephony.ami;

import org.asteriskjava.manager.action.AbstractManagerAction;

/** AMI action {@code SorceryMemoryCacheExpire}: forgets all objects of one memory cache. */
public final class SorceryMemoryCacheExpireAction extends AbstractManagerAction {

    private static final long serialVersionUID = 1L;

    private final String cache;

    /**
     * Makes an action.
     *
     * @param cache the cache's name in {@code sorcery.conf}
     */
    public SorceryMemoryCacheExpireAction(String cache) {
        this.cache = cache;
    }

    @Override
    public String getAction() {
        return "SorceryMemoryCacheExpire";
    }

    /**
     * The cache's name.
     *
     * @return as in {@code sorcery.conf}
     */
    public String getCache() {
        return cache;
    }
}
