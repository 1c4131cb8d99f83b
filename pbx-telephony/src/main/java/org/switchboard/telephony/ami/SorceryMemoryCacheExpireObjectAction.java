package org.switchboard.telephony.ami;

import org.asteriskjava.manager.action.AbstractManagerAction;

/**
 * AMI action {@code SorceryMemoryCacheExpireObject}: forgets one object of one memory cache. Asterisk-Java, which reads the
 * action's fields from its getters, has none of its own.
 */
public final class SorceryMemoryCacheExpireObjectAction extends AbstractManagerAction {

    private static final long serialVersionUID = 1L;

    private final String cache;
    private final String object;

    /**
     * Makes an action.
     *
     * @param cache  the cache's name in {@code sorcery.conf}
     * @param object the object's id
     */
    public SorceryMemoryCacheExpireObjectAction(String cache, String object) {
        this.cache = cache;
        this.object = object;
    }

    @Override
    public String getAction() {
        return "SorceryMemoryCacheExpireObject";
    }

    /**
     * The cache's name.
     *
     * @return as in {@code sorcery.conf}
     */
    public String getCache() {
        return cache;
    }

    /**
     * The object's id.
     *
     * @return such as an endpoint's name
     */
    public String getObject() {
        return object;
    }
}
