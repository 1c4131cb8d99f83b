package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.agent.Skill;
import org.switchboard.telephony.agent.SkillDraft;
import org.switchboard.telephony.agent.SkillService;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.ListReply;
import org.switchboard.web.api.json.Patch;

/** {@code /skills}: what agents know and queues ask for. */
@RestController
@RequestMapping(path = "/api/v1/skills", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Skills", description = "What agents know and queues ask for.")
final class SkillApi {

    private final SkillService skills;

    SkillApi(SkillService skills) {
        this.skills = skills;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(ADMIN)
    @Operation(operationId = "createSkill", summary = "Make a skill")
    ResponseEntity<SkillReply> create(@RequestBody SkillDraft draft) {
        Skill made = skills.create(draft);
        return ResponseEntity.created(URI.create("/api/v1/skills/" + made.id())).body(SkillReply.of(made));
    }

    @GetMapping
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "listSkills", summary = "List the skills by their names",
            description = "A company has " + SkillService.MOST + " at most, so there is one page.")
    ListReply<SkillReply> list() {
        return new ListReply<>(skills.all().stream().map(SkillReply::of).toList(), null);
    }

    @GetMapping("/{id}")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getSkill", summary = "Get a skill")
    SkillReply get(@PathVariable UUID id) {
        return SkillReply.of(skills.find(id));
    }

    @PatchMapping(path = "/{id}", consumes = {MediaType.APPLICATION_JSON_VALUE, Patch.MEDIA_TYPE})
    @AllowedTo(ADMIN)
    @Operation(operationId = "changeSkill", summary = "Change a skill")
    SkillReply change(@PathVariable UUID id, Patch<SkillDraft> patch) {
        return SkillReply.of(skills.update(id, patch::apply));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "deleteSkill", summary = "Delete a skill")
    void delete(@PathVariable UUID id) {
        skills.delete(id);
    }
}
