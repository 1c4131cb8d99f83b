package org.switchboard.telephony.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.switchboard.telephony.call.DeviceRef;

/** All that routing needs to know of one company, at one moment. */
public final class TenantPlan {

    private final UUID tenantId;
    private final Map<String, PlannedExtension> byNumber;
    private final Map<DeviceRef, PlannedExtension> byDevice;

    /**
     * Makes a plan.
     *
     * @param tenantId   the company
     * @param extensions its extensions, no number twice and no device at two of them
     */
    public TenantPlan(UUID tenantId, Collection<PlannedExtension> extensions) {
        this.tenantId = tenantId;
        var numbers = HashMap.<String, PlannedExtension>newHashMap(extensions.size());
        var devices = HashMap.<DeviceRef, PlannedExtension>newHashMap(extensions.size());
        for (var extension : extensions) {
            numbers.put(extension.number(), extension);
            extension.devices().forEach(device -> devices.put(device, extension));
        }
        this.byNumber = numbers;
        this.byDevice = devices;
    }

    /**
     * The company.
     *
     * @return its id
     */
    public UUID tenantId() {
        return tenantId;
    }

    /**
     * Finds an extension of this company.
     *
     * @param number what was dialled; any text
     * @return empty when there is none
     */
    public Optional<PlannedExtension> extension(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /**
     * Whose device this is.
     *
     * @param device any device
     * @return empty when it is none of this company's
     */
    public Optional<PlannedExtension> extensionOf(DeviceRef device) {
        return Optional.ofNullable(byDevice.get(device));
    }

    /**
     * The company's devices.
     *
     * @return an unmodifiable view
     */
    public Collection<DeviceRef> devices() {
        return Collections.unmodifiableSet(byDevice.keySet());
    }

    /**
     * The company's extensions.
     *
     * @return an unmodifiable view
     */
    public Collection<PlannedExtension> extensions() {
        return Collections.unmodifiableCollection(byNumber.values());
    }
}
