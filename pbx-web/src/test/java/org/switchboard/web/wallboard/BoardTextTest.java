package org.switchboard.web.wallboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.switchboard.telephony.alert.AlertKind;
import org.switchboard.telephony.alert.Trouble;
import org.switchboard.telephony.board.BoardAgent;
import org.switchboard.telephony.board.BoardQueue;
import org.switchboard.telephony.board.BoardSettings;
import org.switchboard.telephony.callcentre.FloorView;
import org.switchboard.telephony.distribution.AgentStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BoardTextTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final UUID TENANT = UUID.randomUUID();
    private static final UUID MINA = UUID.randomUUID();
    private static final UUID DANIEL = UUID.randomUUID();
    private static final BoardQueue SALES = new BoardQueue(UUID.randomUUID(), "Sales", null, 20, 80, null, null, List.of(DANIEL));
    private static final BoardQueue SUPPORT = new BoardQueue(UUID.randomUUID(), "Support", "700", 20, 80, 3, 60, List.of(MINA, DANIEL));
    private static final BoardSettings ALL = new BoardSettings(List.of(SALES, SUPPORT),
            List.of(new BoardAgent(DANIEL, "Daniel", "102", null, null), new BoardAgent(MINA, "Mina", "101", null, null)));

    private final BoardText writer = new BoardText();

    @Test
    void given_a_board_when_written_whole_then_agents_and_queues_go_by_their_places() {
        JsonNode whole = json(writer.whole(picture(ALL, AgentStatus.TALKING, 2), NOW));
        assertThat(whole.at("/q/1/n").asString()).isEqualTo("Support");
        assertThat(whole.at("/q/1/w").asInt()).isEqualTo(2);
        assertThat(whole.at("/q/1/m").toString()).isEqualTo("[1,0]");
        assertThat(whole.at("/q/1/al/0/0").asString()).isEqualTo("waiting");
        assertThat(whole.at("/a/1/s").asString()).isEqualTo("talking");
        assertThat(whole.at("/a/1/q").asInt()).isEqualTo(1);
        assertThat(whole.at("/a/0/s").asString()).isEqualTo("signed_out");
        assertThat(whole.at("/t/w").asInt()).isEqualTo(2);
    }

    @Test
    void given_one_changed_agent_when_written_then_only_what_changed_is_told() {
        String change = writer.change(picture(ALL, AgentStatus.RINGING, 2), picture(ALL, AgentStatus.TALKING, 2), NOW).orElseThrow();
        assertThat(change).isEqualTo("{\"now\":1795424400000,\"a\":[{\"i\":1,\"s\":\"talking\"}]}");
    }

    @Test
    void given_nothing_changed_when_written_then_nothing_is_told() {
        assertThat(writer.change(picture(ALL, AgentStatus.FREE, 1), picture(ALL, AgentStatus.FREE, 1), NOW)).isEmpty();
    }

    @Test
    void given_a_supervisor_of_sales_when_drawn_then_nothing_of_support_is_on_the_board() {
        BoardSettings seen = ALL.only(Set.of(SALES.id()));
        String whole = writer.whole(picture(seen, AgentStatus.TALKING, 2), NOW);
        assertThat(whole).doesNotContain("Support", "Mina", SUPPORT.id().toString(), MINA.toString());
        assertThat(json(whole).at("/t/w").asInt()).isZero();
    }

    private static BoardPicture picture(BoardSettings settings, AgentStatus mina, int waiting) {
        List<FloorView.Waiting> callers = IntStream.range(0, waiting)
                .mapToObj(n -> new FloorView.Waiting("v" + n, null, n + 1, "", "", NOW.minusSeconds(30), 5, false, false, List.of())).toList();
        FloorView floor = new FloorView(TENANT, NOW, List.of(new FloorView.Queue(SUPPORT.id(), callers)),
                List.of(new FloorView.Agent(MINA, mina, NOW.minusSeconds(5), null, null, false, "",
                        new FloorView.AgentCall(SUPPORT.id(), "v", null, "+8225550100", "", false))));
        return BoardPicture.of(settings, floor, Day.EMPTY, List.of(new Trouble(TENANT, SUPPORT.id(), AlertKind.WAITING, NOW, 4, 3)));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
