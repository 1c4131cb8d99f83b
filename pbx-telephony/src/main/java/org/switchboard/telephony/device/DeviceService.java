package org.switchboard.telephony.device;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.extension.Extension;
import org.switchboard.telephony.extension.ExtensionRepository;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;

/**
 * Makes, changes and finds the devices of the tenant in whose scope it runs. Pages and API both use it. The engine hears of
 * every change from the database when it is committed, and makes Asterisk forget what it had cached.
 */
@Service
public final class DeviceService {

    /** Most devices that one extension can have: all of them ring at once. */
    public static final int MAX_DEVICES = 10;

    private static final Map<String, FieldProblem> TAKEN = Map.of("device_name_key", new FieldProblem("name", "taken.device.name"));

    private final DeviceRepository devices;
    private final ExtensionRepository extensions;
    private final InputChecker checker;
    private final TransactionTemplate transaction;
    private final SecureRandom random;

    /**
     * Wires the service.
     *
     * @param devices     SQL of the devices
     * @param extensions  SQL of the extensions
     * @param checker     checks drafts
     * @param transaction the portal's transactions
     * @param random      where user names and passwords come from
     */
    public DeviceService(DeviceRepository devices, ExtensionRepository extensions, InputChecker checker, TransactionTemplate transaction,
                         SecureRandom random) {
        this.devices = devices;
        this.extensions = extensions;
        this.checker = checker;
        this.transaction = transaction;
        this.random = random;
    }

    /**
     * Makes a device; it can register at once.
     *
     * @param extensionNumber the extension it shall belong to
     * @param draft           what it shall be
     * @return the device with its password, which nobody can read again
     * @throws NotFound     when there is no such extension
     * @throws InvalidInput when a field is wrong, the name is taken, or the extension has {@value #MAX_DEVICES} devices
     */
    public NewDevice create(String extensionNumber, DeviceDraft draft) {
        checker.check(draft);
        SipAccount account = SipAccount.generate(random);
        return storing(() -> transaction.execute(status -> {
            Extension extension = extensions.findForUpdate(extensionNumber).orElseThrow(() -> new NotFound("extension", extensionNumber));
            if (devices.ofExtensions(List.of(extension.id())).size() >= MAX_DEVICES) {
                throw new InvalidInput(List.of(new FieldProblem("name", "invalid.device.count", List.of(MAX_DEVICES))));
            }
            return new NewDevice(devices.insert(extension.tenantId(), extension.id(), draft, account), account);
        }));
    }

    /**
     * Changes a device's settings; its account stays.
     *
     * @param id     the device
     * @param change makes the wanted settings from today's
     * @return the device as it is now
     * @throws NotFound     when there is no such device
     * @throws InvalidInput when a field is wrong, or the name is taken
     */
    public Device update(UUID id, UnaryOperator<DeviceDraft> change) {
        return storing(() -> transaction.execute(status -> {
            DeviceDraft wanted = checker.check(change.apply(required(id).draft()));
            return devices.update(id, wanted).orElseThrow(() -> notFound(id));
        }));
    }

    /**
     * Gives a device a new password; the old one stops working at its next registration.
     *
     * @param id the device
     * @return the device with its password, which nobody can read again
     * @throws NotFound when there is no such device
     */
    public NewDevice resetPassword(UUID id) {
        return transaction.execute(status -> {
            Device device = required(id);
            SipAccount account = SipAccount.renew(device.sipUsername(), random);
            devices.updatePassword(id, account);
            return new NewDevice(device, account);
        });
    }

    /**
     * Deletes a device. Its registration ends at once; a call that is up is not touched.
     *
     * @param id the device
     * @throws NotFound when there is no such device
     */
    public void delete(UUID id) {
        transaction.executeWithoutResult(status -> {
            if (!devices.delete(id)) {
                throw notFound(id);
            }
        });
    }

    /**
     * Finds a device.
     *
     * @param id the device
     * @return the device
     * @throws NotFound when there is no such device
     */
    public Device find(UUID id) {
        return transaction.execute(status -> required(id));
    }

    /**
     * The devices of some extensions.
     *
     * @param extensionIds the extensions; empty gives no device
     * @return the devices, oldest first
     */
    public List<Device> ofExtensions(Collection<UUID> extensionIds) {
        return transaction.execute(status -> devices.ofExtensions(extensionIds));
    }

    private Device required(UUID id) {
        return devices.find(id).orElseThrow(() -> notFound(id));
    }

    private static NotFound notFound(UUID id) {
        return new NotFound("device", id.toString());
    }

    private static <T> T storing(Supplier<T> statement) {
        try {
            return statement.get();
        } catch (DuplicateKeyException refusal) {
            throw InputChecker.taken(refusal, TAKEN);
        }
    }
}
