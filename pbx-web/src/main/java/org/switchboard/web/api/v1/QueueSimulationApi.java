package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.simulation.WhatIfDraft;
import org.switchboard.telephony.simulation.WhatIfService;
import org.switchboard.web.api.AllowedTo;

/** {@code /queues/simulate}: what a day would have been like. */
@RestController
@RequestMapping(path = "/api/v1/queues", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Queues", description = "Where callers wait for an agent. A change is live at once, also for those who wait.")
final class QueueSimulationApi {

    private final WhatIfService whatIfs;

    QueueSimulationApi(WhatIfService whatIfs) {
        this.whatIfs = whatIfs;
    }

    @PostMapping("/simulate")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "simulateQueue", summary = "Ask what a queue's day would have been like",
            description = """
                    Nothing is changed and nobody is called. The callers of `day` (yesterday, when absent) or made-up ones (`traffic`) are played through \
                    the same distribution that live calls go through, with today's settings and with what is named here in their place. Other queues are \
                    played as well, because they share agents. Hours go by the company's clock; durations are in seconds, shares from 0 to 1.""")
    WhatIfReply simulate(@RequestBody WhatIfDraft draft) {
        return WhatIfReply.of(whatIfs.ask(draft));
    }
}
