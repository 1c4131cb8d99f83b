package org.switchboard.telephony.prompt;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the prompts. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class PromptRepository {

    private static final String COLUMNS = "id, tenant_id, name, origin, words, language, voice, seconds, audio_at, created_at";

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public PromptRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a prompt without its sound; {@link #storeSound} must follow in the same transaction.
     *
     * @param tenantId the company
     * @param content  what it is
     * @return the prompt as stored
     * @throws org.springframework.dao.DuplicateKeyException when the name is taken ({@code prompt_name_key})
     */
    public Prompt insert(UUID tenantId, PromptContent content) {
        return content(jdbc.sql("""
                insert into prompt (tenant_id, name, origin, words, language, voice, seconds, audio_at)
                values (:tenantId, :name, :origin, :words, :language, :voice, :seconds, :audioAt) returning\s""" + COLUMNS), content)
                .param("tenantId", tenantId)
                .query(PromptRepository::prompt)
                .single();
    }

    /**
     * Changes a prompt, whose sound {@link #storeSound} replaces in the same transaction.
     *
     * @param id      the prompt
     * @param content what it is now
     * @return the prompt as stored, or empty when there is none
     * @throws org.springframework.dao.DuplicateKeyException when the name is taken ({@code prompt_name_key})
     */
    public Optional<Prompt> update(UUID id, PromptContent content) {
        return content(jdbc.sql("""
                update prompt set name = :name, origin = :origin, words = :words, language = :language, voice = :voice,
                       seconds = :seconds, audio_at = :audioAt
                where id = :id returning\s""" + COLUMNS), content)
                .param("id", id)
                .query(PromptRepository::prompt)
                .optional();
    }

    /**
     * Gives a prompt another name; its sound stays.
     *
     * @param id   the prompt
     * @param name the new name
     * @return the prompt as stored, or empty when there is none
     * @throws org.springframework.dao.DuplicateKeyException when the name is taken ({@code prompt_name_key})
     */
    public Optional<Prompt> rename(UUID id, String name) {
        return jdbc.sql("update prompt set name = :name where id = :id returning " + COLUMNS)
                .param("id", id)
                .param("name", name)
                .query(PromptRepository::prompt)
                .optional();
    }

    /**
     * Puts a prompt's sound in place of the one it had, if any.
     *
     * @param tenantId the company
     * @param id       the prompt
     * @param sound    the sound
     */
    public void storeSound(UUID tenantId, UUID id, PromptSound sound) {
        jdbc.sql("""
                insert into prompt_audio (tenant_id, prompt_id, audio) values (:tenantId, :id, :audio)
                on conflict (tenant_id, prompt_id) do update set audio = excluded.audio""")
                .param("tenantId", tenantId)
                .param("id", id)
                .param("audio", sound.wav())
                .update();
    }

    /**
     * A prompt's sound.
     *
     * @param id the prompt
     * @return the sound, or empty when there is no such prompt
     */
    public Optional<PromptSound> sound(UUID id) {
        return jdbc.sql("select audio from prompt_audio where prompt_id = :id")
                .param("id", id)
                .query((row, number) -> new PromptSound(row.getBytes("audio")))
                .optional();
    }

    /**
     * Deletes a prompt with its sound.
     *
     * @param id the prompt
     * @return whether there was one
     * @throws org.springframework.dao.DataIntegrityViolationException when something plays it
     */
    public boolean delete(UUID id) {
        return jdbc.sql("delete from prompt where id = :id").param("id", id).update() == 1;
    }

    /**
     * Finds a prompt.
     *
     * @param id its id
     * @return the prompt, or empty
     */
    public Optional<Prompt> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from prompt where id = :id").param("id", id).query(PromptRepository::prompt).optional();
    }

    /**
     * Finds a prompt by its name.
     *
     * @param name the whole name
     * @return the prompt, or empty
     */
    public Optional<Prompt> findByName(String name) {
        return jdbc.sql("select " + COLUMNS + " from prompt where name = :name").param("name", name).query(PromptRepository::prompt).optional();
    }

    /**
     * Lists prompts in the order of their names.
     *
     * @param search part of a name or of the spoken words; empty finds all
     * @param after  name after which to begin; empty begins at the first
     * @param limit  most rows to give
     * @return the prompts
     */
    public List<Prompt> list(String search, String after, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                 from prompt
                where name > :after
                  and (:search = '' or strpos(lower(name), lower(:search)) > 0 or strpos(lower(words), lower(:search)) > 0)
                order by name limit :limit""")
                .param("after", after)
                .param("search", search)
                .param("limit", limit)
                .query(PromptRepository::prompt)
                .list();
    }

    /**
     * How many prompts there are.
     *
     * @return the count
     */
    public int count() {
        return jdbc.sql("select count(*) from prompt").query(Integer.class).single();
    }

    /**
     * What plays a prompt.
     *
     * @param id the prompt
     * @return queues, then menus, then announcements, each in the order of their names; empty when nothing does
     */
    public List<PromptUse> usedBy(UUID id) {
        return jdbc.sql("""
                select 'menu' as kind, id, name from menu where :id in (prompt_id, wrong_prompt_id, no_input_prompt_id)
                union all
                select 'announcement', id, name from announcement where prompt_id = :id
                union all
                select 'queue', id, name from queue
                 where :id in (greeting_prompt_id, music_prompt_id, periodic_prompt_id, consent_prompt_id)
                order by kind desc, name""")
                .param("id", id)
                .query((row, number) -> new PromptUse(row.getString("kind"), row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    private static JdbcClient.StatementSpec content(JdbcClient.StatementSpec statement, PromptContent content) {
        return statement.param("name", content.name())
                .param("origin", content.origin().value())
                .param("words", content.text())
                .param("language", content.language())
                .param("voice", content.language() == null ? null : SoundConverter.voice(content.language()))
                .param("seconds", BigDecimal.valueOf(content.length().toMillis(), 3))
                .param("audioAt", content.audioAt().atOffset(ZoneOffset.UTC));
    }

    private static Prompt prompt(ResultSet row, int number) throws SQLException {
        return new Prompt(row.getObject("id", UUID.class), row.getObject("tenant_id", UUID.class), row.getString("name"),
                PromptOrigin.of(row.getString("origin")), row.getString("words"), row.getString("language"), row.getString("voice"),
                Duration.ofMillis(row.getBigDecimal("seconds").movePointRight(3).longValueExact()), instant(row, "audio_at"),
                instant(row, "created_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
