package org.switchboard.web.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * How often somebody may try to sign in: by network address and by e-mail address. Both limits hold for addresses that
 * belong to nobody too, so that a refusal tells nothing about who has an account.
 */
@Component
public final class SignInLimiter {

    private static final int TRIES_PER_ADDRESS = 30;
    private static final int TRIES_PER_EMAIL = 8;
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final int REMEMBERED = 50_000;

    private final LoadingCache<String, Bucket> byAddress = buckets(TRIES_PER_ADDRESS);
    private final LoadingCache<String, Bucket> byEmail = buckets(TRIES_PER_EMAIL);

    /**
     * Counts a try, and says whether it may go on.
     *
     * @param address network address of the browser
     * @param email   what was typed as e-mail address; may be anything
     * @return false when there were too many tries; nothing is looked up then
     */
    public boolean tryOnce(String address, String email) {
        return byAddress.get(address).tryConsume(1) && byEmail.get(key(email)).tryConsume(1);
    }

    /**
     * Gives back the tries of somebody who signed in, and to the network address the one that was not in vain: a whole office
     * may sign in from one address in the morning.
     *
     * @param address network address of the browser
     * @param email   the e-mail address
     */
    public void succeeded(String address, String email) {
        byAddress.get(address).addTokens(1);
        byEmail.invalidate(key(email));
    }

    private static String key(String email) {
        String typed = email.strip().toLowerCase(Locale.ROOT);
        return typed.length() > 254 ? typed.substring(0, 254) : typed;
    }

    private static LoadingCache<String, Bucket> buckets(int tries) {
        return Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(PERIOD).build(key -> Bucket.builder()
                .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, PERIOD))
                .build());
    }
}
