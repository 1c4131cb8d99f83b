package org.switchboard.web.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the answers that are kept for repeated requests. Runs inside a transaction of the asking token's scope. */
@Repository
public class IdempotentReplyRepository {

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public IdempotentReplyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Forgets answers of this scope that are too old.
     *
     * @param before answers of before this moment go
     */
    public void deleteOlder(Instant before) {
        jdbc.sql("delete from idempotent_reply where created_at < :before").param("before", before.atOffset(ZoneOffset.UTC)).update();
    }

    /**
     * Claims a key for a request, or finds it claimed. Waits while another transaction has claimed it and not ended.
     *
     * @param caller      whose key
     * @param key         the key
     * @param requestHash SHA-256 of what is asked
     * @param now         the time
     * @return whether the key was free, and is now this transaction's
     * @throws org.springframework.dao.CannotAcquireLockException when the other transaction takes too long
     */
    public boolean claim(ApiCaller caller, String key, byte[] requestHash, Instant now) {
        jdbc.sql("set local lock_timeout = '10s'").update();
        return jdbc.sql("""
                insert into idempotent_reply (token_id, tenant_id, key, request_hash, status, created_at)
                values (:tokenId, :tenantId, :key, :requestHash, 0, :now) on conflict do nothing""")
                .param("tokenId", caller.tokenId())
                .param("tenantId", caller.tenantId())
                .param("key", key)
                .param("requestHash", requestHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update() == 1;
    }

    /**
     * Keeps the answer to the request that claimed a key.
     *
     * @param tokenId whose key
     * @param key     the key
     * @param reply   the answer
     */
    void store(UUID tokenId, String key, IdempotentReply reply) {
        jdbc.sql("update idempotent_reply set status = :status, location = :location, body = :sealedBody where token_id = :tokenId and key = :key")
                .param("status", reply.status())
                .param("location", reply.location())
                .param("sealedBody", reply.sealedBody())
                .param("tokenId", tokenId)
                .param("key", key)
                .update();
    }

    /**
     * Finds the answer to an earlier request.
     *
     * @param tokenId whose key
     * @param key     the key, which is claimed
     * @return the answer
     */
    IdempotentReply find(UUID tokenId, String key) {
        return jdbc.sql("select request_hash, status, location, body from idempotent_reply where token_id = :tokenId and key = :key")
                .param("tokenId", tokenId)
                .param("key", key)
                .query((row, number) -> new IdempotentReply(row.getBytes("request_hash"), row.getInt("status"), row.getString("location"),
                        row.getString("body")))
                .single();
    }
}
