package org.switchboard.telephony.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.switchboard.telephony.call.DeviceRef;
import org.switchboard.telephony.number.CallerRule;
import org.switchboard.telephony.queue.CallerPriority;

/** All that routing needs to know of one company, at one moment. Looked up by id or number, never searched through. */
public final class TenantPlan {

    private final PlannedCompany company;
    private final Map<UUID, PlannedExtension> extensions;
    private final Map<UUID, PlannedNumber> numbers;
    private final Map<UUID, PlannedMenu> menus;
    private final Map<UUID, PlannedSchedule> schedules;
    private final Map<UUID, PlannedRingGroup> ringGroups;
    private final PlannedCallCentre callCentre;
    private final Map<UUID, PlannedVoicemail> voicemails;
    private final Map<UUID, PlannedAnnouncement> announcements;
    private final Map<UUID, PlannedTrunk> trunks;
    private final List<PlannedRoute> routes;
    private final List<CallerRule> callerRules;
    private final Map<UUID, Map<String, PlannedExit>> exits;
    private final PlannedRecording recording;
    private final NavigableSet<String> extensionNumbers = new TreeSet<>();
    private final Map<String, PlannedExtension> byNumber;
    private final Map<String, PlannedMenu> menuByNumber = new HashMap<>();
    private final Map<String, PlannedRingGroup> groupByNumber = new HashMap<>();
    private final Map<String, PlannedNumber> numberByE164;
    private final Map<String, PlannedSchedule> scheduleByCode = new HashMap<>();
    private final Map<UUID, PlannedVoicemail> boxByExtension = new HashMap<>();
    private final Map<String, PlannedVoicemail> boxByNumber = new HashMap<>();
    private final PlannedNumber firstNumber;
    private final Map<DeviceRef, PlannedExtension> byDevice;
    private final Map<String, PlannedTrunk> trunkByEndpoint = new HashMap<>();

    TenantPlan(PlanBuilder from) {
        this.company = from.company;
        this.extensions = byId(from.extensions, PlannedExtension::id);
        this.numbers = byId(from.numbers, PlannedNumber::id);
        this.menus = byId(from.menus, PlannedMenu::id);
        this.schedules = byId(from.schedules, PlannedSchedule::id);
        this.ringGroups = byId(from.ringGroups, PlannedRingGroup::id);
        this.callCentre = new PlannedCallCentre(from);
        this.voicemails = byId(from.voicemails, PlannedVoicemail::id);
        this.announcements = byId(from.announcements, PlannedAnnouncement::id);
        this.trunks = byId(from.trunks, PlannedTrunk::id);
        this.routes = List.copyOf(from.routes);
        this.callerRules = List.copyOf(from.callerRules);
        this.exits = from.exits;
        this.recording = new PlannedRecording(from.recorded, from.recordingNotice);
        this.byNumber = HashMap.newHashMap(from.extensions.size());
        this.byDevice = HashMap.newHashMap(from.extensions.size());
        for (var extension : from.extensions) {
            byNumber.put(extension.number(), extension);
            extension.devices().forEach(device -> byDevice.put(device, extension));
        }
        this.firstNumber = from.numbers.isEmpty() ? null : from.numbers.getFirst();
        if (from.menus.stream().anyMatch(PlannedMenu::directDial)) {
            extensionNumbers.addAll(byNumber.keySet());
        }
        this.numberByE164 = byId(from.numbers, PlannedNumber::number);
        from.menus.stream().filter(menu -> menu.number() != null).forEach(menu -> menuByNumber.put(menu.number(), menu));
        from.ringGroups.stream().filter(group -> group.number() != null).forEach(group -> groupByNumber.put(group.number(), group));
        from.schedules.stream().filter(schedule -> schedule.code() != null).forEach(schedule -> scheduleByCode.put(schedule.code(), schedule));
        for (var box : from.voicemails) {
            boxByNumber.put(box.number(), box);
            if (box.extensionId() != null) {
                boxByExtension.put(box.extensionId(), box);
            }
        }
        from.trunks.forEach(trunk -> trunkByEndpoint.put(trunk.endpointId(), trunk));
    }

    private static <K, V> Map<K, V> byId(List<V> things, Function<V, K> id) {
        var map = HashMap.<K, V>newHashMap(things.size());
        things.forEach(thing -> map.put(id.apply(thing), thing));
        return map;
    }

    /**
     * The company and what is set for all of it.
     *
     * @return never null
     */
    public PlannedCompany company() {
        return company;
    }

    /**
     * The company.
     *
     * @return its id
     */
    public UUID tenantId() {
        return company.id();
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
     * Finds an extension by its id.
     *
     * @param id any id
     * @return empty when there is none (any more)
     */
    public Optional<PlannedExtension> extension(UUID id) {
        return Optional.ofNullable(extensions.get(id));
    }

    /**
     * Whether an extension's number begins so, and is longer. Of use where a menu takes extensions' numbers.
     *
     * @param digits what was typed so far
     * @return true when more digits could make it an extension's number
     */
    public boolean beginsExtension(String digits) {
        var next = extensionNumbers.higher(digits);
        return next != null && next.startsWith(digits);
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
     * A number that the world dials.
     *
     * @param e164 any text
     * @return empty when it is not this company's
     */
    public Optional<PlannedNumber> number(String e164) {
        return Optional.ofNullable(numberByE164.get(e164));
    }

    /**
     * The company's first number, which is shown outside where nothing more particular is set.
     *
     * @return the oldest; empty when it has none
     */
    public Optional<PlannedNumber> firstNumber() {
        return Optional.ofNullable(firstNumber);
    }

    /**
     * The menu that extensions reach by a number.
     *
     * @param number what was dialled; any text
     * @return empty when there is none
     */
    public Optional<PlannedMenu> menu(String number) {
        return Optional.ofNullable(menuByNumber.get(number));
    }

    /**
     * A menu by its id.
     *
     * @param id any id
     * @return empty when there is none (any more)
     */
    public Optional<PlannedMenu> menu(UUID id) {
        return Optional.ofNullable(menus.get(id));
    }

    /**
     * The ring group that extensions reach by a number.
     *
     * @param number what was dialled; any text
     * @return empty when there is none
     */
    public Optional<PlannedRingGroup> ringGroup(String number) {
        return Optional.ofNullable(groupByNumber.get(number));
    }

    /**
     * A ring group by its id.
     *
     * @param id any id
     * @return empty when there is none (any more)
     */
    public Optional<PlannedRingGroup> ringGroup(UUID id) {
        return Optional.ofNullable(ringGroups.get(id));
    }

    /**
     * The queues and who serves them.
     *
     * @return never null
     */
    public PlannedCallCentre callCentre() {
        return callCentre;
    }

    /**
     * The queue that extensions reach by a number.
     *
     * @param number what was dialled; any text
     * @return empty when there is none
     */
    public Optional<PlannedQueue> queue(String number) {
        return callCentre.queue(number);
    }

    /**
     * A queue by its id.
     *
     * @param id any id
     * @return empty when there is none (any more)
     */
    public Optional<PlannedQueue> queue(UUID id) {
        return callCentre.queue(id);
    }

    /**
     * Which callers come before, or after, those of a queue's own priority.
     *
     * @return in any order
     */
    public List<CallerPriority> callerPriorities() {
        return callCentre.callerPriorities();
    }

    /**
     * Opening hours by their id.
     *
     * @param id any id
     * @return empty when there are none (any more)
     */
    public Optional<PlannedSchedule> schedule(UUID id) {
        return Optional.ofNullable(schedules.get(id));
    }

    /**
     * The opening hours that a star code switches.
     *
     * @param code what was dialled; any text
     * @return empty when it is none of theirs
     */
    public Optional<PlannedSchedule> scheduleOfCode(String code) {
        return Optional.ofNullable(scheduleByCode.get(code));
    }

    /**
     * A voicemail box by its id.
     *
     * @param id any id
     * @return empty when there is none (any more)
     */
    public Optional<PlannedVoicemail> voicemail(UUID id) {
        return Optional.ofNullable(voicemails.get(id));
    }

    /**
     * A voicemail box by its number.
     *
     * @param number any text
     * @return empty when there is none
     */
    public Optional<PlannedVoicemail> voicemail(String number) {
        return Optional.ofNullable(boxByNumber.get(number));
    }

    /**
     * An extension's own voicemail box.
     *
     * @param extension an extension of this company
     * @return empty when it has none
     */
    public Optional<PlannedVoicemail> voicemailOf(PlannedExtension extension) {
        return Optional.ofNullable(boxByExtension.get(extension.id()));
    }

    /**
     * An announcement by its id.
     *
     * @param id any id
     * @return empty when there is none (any more)
     */
    public Optional<PlannedAnnouncement> announcement(UUID id) {
        return Optional.ofNullable(announcements.get(id));
    }

    /**
     * A trunk by its id.
     *
     * @param id any id
     * @return empty when there is none (any more)
     */
    public Optional<PlannedTrunk> trunk(UUID id) {
        return Optional.ofNullable(trunks.get(id));
    }

    /**
     * A trunk by Asterisk's name for it.
     *
     * @param endpointId any text
     * @return empty when it is none of this company's
     */
    public Optional<PlannedTrunk> trunk(String endpointId) {
        return Optional.ofNullable(trunkByEndpoint.get(endpointId));
    }

    /**
     * The outbound routes.
     *
     * @return in the order in which they are tried
     */
    public List<PlannedRoute> routes() {
        return routes;
    }

    /**
     * Which outside callers are let in, and which are not.
     *
     * @return in any order
     */
    public List<CallerRule> callerRules() {
        return callerRules;
    }

    /**
     * What is recorded for the sake of extensions.
     *
     * @return never null
     */
    public PlannedRecording recording() {
        return recording;
    }

    /**
     * Where a way out leads.
     *
     * @param nodeId the thing
     * @param exit   the way's key
     * @return empty when it leads nowhere
     */
    public Optional<PlannedExit> exit(UUID nodeId, String exit) {
        return Optional.ofNullable(exits(nodeId).get(exit));
    }

    /**
     * All ways out of a thing.
     *
     * @param nodeId the thing
     * @return by their keys; empty when it has none
     */
    public Map<String, PlannedExit> exits(UUID nodeId) {
        return exits.getOrDefault(nodeId, Map.of());
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

    /**
     * The numbers that the world dials.
     *
     * @return an unmodifiable view
     */
    public Collection<PlannedNumber> numbers() {
        return Collections.unmodifiableCollection(numbers.values());
    }

    /**
     * The company's trunks.
     *
     * @return an unmodifiable view
     */
    public Collection<PlannedTrunk> trunks() {
        return Collections.unmodifiableCollection(trunks.values());
    }
}
