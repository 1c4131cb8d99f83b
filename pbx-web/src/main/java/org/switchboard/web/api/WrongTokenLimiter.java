package org.switchboard.web.api;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;

/**
 * How often a network address may present wrong tokens. A right token is never refused for what its neighbours do: many
 * companies share one address, and 256 random bits cannot be guessed; the limit is against noise.
 */
final class WrongTokenLimiter {

    /** Wrong tokens that an address may present in a minute. */
    public static final int PER_MINUTE = 60;

    private static final int REMEMBERED = 50_000;

    private final LoadingCache<String, Bucket> byAddress = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build(address -> Bucket.builder()
                    .addLimit(limit -> limit.capacity(PER_MINUTE).refillGreedy(PER_MINUTE, Duration.ofMinutes(1)))
                    .build());

    /**
     * Counts a wrong token.
     *
     * @param address network address that presented it
     * @return how long to wait before the next; empty while the limit is not reached
     */
    public Optional<Duration> count(String address) {
        ConsumptionProbe probe = byAddress.get(address).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
}
