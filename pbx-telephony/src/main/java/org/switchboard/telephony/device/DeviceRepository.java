package org.switchboard.telephony.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the devices. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class DeviceRepository {

    private static final String COLUMNS = "id, tenant_id, extension_id, name, kind, encryption, sip_username, created_at";

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public DeviceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a device.
     *
     * @param tenantId    the company
     * @param extensionId the extension it belongs to
     * @param draft       a checked draft
     * @param account     its SIP account; only the digest is stored
     * @return the device as stored
     * @throws org.springframework.dao.DuplicateKeyException when the extension has a device of that name ({@code device_name_key})
     */
    public Device insert(UUID tenantId, UUID extensionId, DeviceDraft draft, SipAccount account) {
        return jdbc.sql("""
                insert into device (tenant_id, extension_id, name, kind, encryption, sip_username, ha1)
                values (:tenantId, :extensionId, :name, :kind, :encryption, :sipUsername, :ha1) returning\s""" + COLUMNS)
                .param("tenantId", tenantId)
                .param("extensionId", extensionId)
                .param("name", draft.name())
                .param("kind", draft.kind().value())
                .param("encryption", draft.encryption().value())
                .param("sipUsername", account.username())
                .param("ha1", account.ha1())
                .query(DeviceRepository::device)
                .single();
    }

    /**
     * Changes a device's settings.
     *
     * @param id    the device
     * @param draft a checked draft
     * @return the device as stored, or empty when there is none
     * @throws org.springframework.dao.DuplicateKeyException when the extension has a device of that name ({@code device_name_key})
     */
    public Optional<Device> update(UUID id, DeviceDraft draft) {
        return jdbc.sql("update device set name = :name, kind = :kind, encryption = :encryption where id = :id returning " + COLUMNS)
                .param("name", draft.name())
                .param("kind", draft.kind().value())
                .param("encryption", draft.encryption().value())
                .param("id", id)
                .query(DeviceRepository::device)
                .optional();
    }

    /**
     * Replaces a device's password.
     *
     * @param id      the device
     * @param account the same user name with the new password; only the digest is stored
     */
    public void updatePassword(UUID id, SipAccount account) {
        jdbc.sql("update device set ha1 = :ha1 where id = :id").param("ha1", account.ha1()).param("id", id).update();
    }

    /**
     * Deletes a device.
     *
     * @param id the device
     * @return whether there was one
     */
    public boolean delete(UUID id) {
        return jdbc.sql("delete from device where id = :id").param("id", id).update() == 1;
    }

    /**
     * Finds a device.
     *
     * @param id the device
     * @return the device, or empty
     */
    public Optional<Device> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from device where id = :id").param("id", id).query(DeviceRepository::device).optional();
    }

    /**
     * The devices of some extensions.
     *
     * @param extensionIds the extensions; empty gives no device
     * @return the devices, oldest first
     */
    public List<Device> ofExtensions(Collection<UUID> extensionIds) {
        if (extensionIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select " + COLUMNS + " from device where extension_id in (:extensionIds) order by created_at, id")
                .param("extensionIds", extensionIds)
                .query(DeviceRepository::device)
                .list();
    }

    private static Device device(ResultSet row, int number) throws SQLException {
        return new Device(row.getObject("id", UUID.class), row.getObject("tenant_id", UUID.class), row.getObject("extension_id", UUID.class),
                row.getString("name"), DeviceKind.of(row.getString("kind")), DeviceEncryption.of(row.getString("encryption")),
                row.getString("sip_username"), row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
