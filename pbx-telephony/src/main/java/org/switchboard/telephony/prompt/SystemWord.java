package org.switchboard.telephony.prompt;

import java.util.List;
import java.util.Locale;

/**
 * What the system itself says to callers and to the company's own people. In English it uses Asterisk's recorded sounds where
 * they say just this, and a spoken sentence otherwise; in Korean all are spoken.
 */
public enum SystemWord {

    /** A key that leads nowhere. */
    INVALID_CHOICE(asterisks("pm-invalid-option"), "잘못 누르셨습니다. 다시 눌러 주십시오."),
    /** Nothing was typed, and the call ends. */
    NO_INPUT(sentence("We did not receive any input. Goodbye."), "입력이 없어 통화를 종료합니다. 감사합니다."),
    /** Nobody has the dialled number. */
    UNKNOWN_NUMBER(asterisks("ss-noservice"), "없는 번호입니다. 확인하고 다시 걸어 주십시오."),
    /** Nobody answers, and no message can be left. */
    NOBODY_AVAILABLE(asterisks("vm-nobodyavail"), "지금은 전화를 받을 수 없습니다."),
    /** The called party is on the phone. */
    LINE_BUSY(sentence("The person you are calling is on the phone. Please try again later."), "통화 중입니다. 잠시 후 다시 걸어 주십시오."),
    /** No trunk has room for another call. */
    ALL_LINES_BUSY(asterisks("all-circuits-busy-now"), "모든 회선이 사용 중입니다. 잠시 후 다시 걸어 주십시오."),
    /** This phone may not make this call. */
    FORBIDDEN(sentence("This call is not allowed from this phone."), "이 전화에서는 걸 수 없는 번호입니다."),
    /** This phone may not call outside the company. */
    FORBIDDEN_NATIONAL(sentence("Calls to outside numbers are not allowed from this phone."), "이 전화에서는 외부 전화를 걸 수 없습니다."),
    /** This phone may not call abroad. */
    FORBIDDEN_INTERNATIONAL(sentence("International calls are not allowed from this phone."), "이 전화에서는 국제 전화를 걸 수 없습니다."),
    /** This phone may not call numbers that cost extra. */
    FORBIDDEN_PREMIUM(sentence("Calls to premium numbers are not allowed from this phone."), "이 전화에서는 유료 정보 서비스에 걸 수 없습니다."),
    /** The caller shows no number, and such callers are not put through. */
    ANONYMOUS_REFUSED(asterisks("privacy-unident"), "발신 번호를 표시하지 않은 전화는 연결되지 않습니다."),
    /** The caller is not put through. */
    CALLER_BLOCKED(sentence("Your call cannot be connected."), "전화를 연결할 수 없습니다."),
    /** The company is closed, and nothing else is to be said. */
    CLOSED(sentence("We are closed now. Please call again during our opening hours."), "지금은 업무 시간이 아닙니다. 업무 시간에 다시 걸어 주십시오."),
    /** To somebody outside, before the call is put through to them. */
    ACCEPT_CALL(asterisks("followme/options"), "전화가 왔습니다. 받으시려면 일 번, 거절하시려면 이 번을 눌러 주십시오."),
    /** Asks for a PIN. */
    ENTER_PIN(asterisks("agent-pass"), "비밀번호를 누르고 우물 정자를 눌러 주십시오."),
    /** The PIN was wrong; it can be tried again. */
    WRONG_PIN(asterisks("vm-invalidpassword"), "비밀번호가 틀렸습니다. 다시 눌러 주십시오."),
    /** Too many wrong PINs. */
    MAILBOX_LOCKED(sentence("This mailbox is locked. Please ask your administrator."), "음성 사서함이 잠겼습니다. 관리자에게 문의하십시오."),
    /** The day/night switch was set to open. */
    SWITCHED_OPEN(sentence("Switched to day. The opening hours are set to open."), "주간 모드로 전환했습니다."),
    /** The day/night switch was set to closed. */
    SWITCHED_CLOSED(sentence("Switched to night. The opening hours are set to closed."), "야간 모드로 전환했습니다."),
    /** The day/night switch follows the hours again. */
    SWITCHED_TO_HOURS(sentence("The opening hours are followed again."), "업무 시간표에 따라 운영합니다."),
    /** Do not disturb is on now. */
    DO_NOT_DISTURB_ON(asterisks("do-not-disturb", "activated"), "방해 금지를 설정했습니다."),
    /** Do not disturb is off now. */
    DO_NOT_DISTURB_OFF(asterisks("do-not-disturb", "de-activated"), "방해 금지를 해제했습니다."),
    /** Asks where to forward to. */
    FORWARD_ENTER_NUMBER(sentence("Enter the number to forward your calls to, followed by the hash key."), "착신 전환할 번호를 누르고 우물 정자를 눌러 주십시오."),
    /** Calls are forwarded now. */
    FORWARD_ON(asterisks("call-forwarding", "activated"), "착신 전환을 설정했습니다."),
    /** Calls are no longer forwarded. */
    FORWARD_OFF(asterisks("call-forwarding", "de-activated"), "착신 전환을 해제했습니다."),
    /** Calls cannot be forwarded to that number. */
    FORWARD_REFUSED(sentence("Calls cannot be forwarded to this number."), "이 번호로는 착신 전환할 수 없습니다."),
    /** Before the tone of a recording. */
    RECORD_AFTER_TONE(sentence("Speak after the tone, and press hash when you are done."), "삐 소리가 나면 말씀하시고, 끝나면 우물 정자를 눌러 주십시오."),
    /** After a recording: what the keys do. */
    RECORDING_MENU(sentence("To listen, press 1. To keep it, press 2. To record again, press 3."),
            "들으시려면 일 번, 저장하시려면 이 번, 다시 녹음하시려면 삼 번을 눌러 주십시오."),
    /** Nothing was said into the recording. */
    RECORDING_EMPTY(sentence("Nothing was recorded."), "녹음된 내용이 없습니다."),
    /** What was done is kept. */
    SAVED(sentence("Saved."), "저장했습니다."),
    /** What was done could not be kept. */
    NOT_SAVED(sentence("This could not be saved. Please try again later."), "저장하지 못했습니다. 잠시 후 다시 시도해 주십시오."),
    /** To a caller who waits and may be called back. */
    CALLBACK_INTRO(sentence("We can call you back. You keep your place in the line. Your number is"), "다시 전화해 드리겠습니다. 대기 순서는 그대로 유지됩니다. 고객님의 전화번호는"),
    /** After that number, what the keys do. */
    CALLBACK_CONFIRM(sentence("If this is right, press 1. To enter another number, press 2. To wait on, press star."),
            "맞으시면 일 번, 다른 번호를 입력하시려면 이 번, 계속 기다리시려면 별표를 눌러 주십시오."),
    /** Asks for the number to be called. */
    CALLBACK_ENTER_NUMBER(sentence("Enter the number at which we can call you back, followed by the hash key."), "연락받으실 전화번호를 누르고 우물 정자를 눌러 주십시오."),
    /** That number is not called. */
    CALLBACK_REFUSED(sentence("We cannot call this number."), "이 번호로는 전화해 드릴 수 없습니다."),
    /** The callback is taken down. */
    CALLBACK_PROMISED(sentence("Thank you. We will call you back. Goodbye."), "감사합니다. 순서가 되면 전화해 드리겠습니다. 안녕히 계십시오."),
    /** To the agent who answered for a callback. */
    CALLBACK_AGENT(sentence("Callback. We are calling the customer."), "콜백입니다. 고객에게 연결합니다."),
    /** To that agent, when the customer could not be reached. */
    CALLBACK_NOT_REACHED(sentence("The customer could not be reached."), "고객과 연결되지 않았습니다."),
    /** The agent is at work now. */
    AGENT_SIGNED_IN(asterisks("agent-loginok"), "상담원으로 로그인했습니다."),
    /** The agent has ended work. */
    AGENT_SIGNED_OUT(asterisks("agent-loggedoff"), "상담원에서 로그아웃했습니다."),
    /** The agent is paused now. */
    AGENT_PAUSED(sentence("You are paused."), "이석 상태로 전환했습니다."),
    /** The agent goes on. */
    AGENT_RESUMED(sentence("You are available again."), "이석을 해제했습니다."),
    /** The wrap-up is over. */
    AGENT_READY(sentence("Your wrap-up is over."), "후처리를 마쳤습니다."),
    /** There is no such agent, or none at this phone. */
    AGENT_UNKNOWN(sentence("There is no agent at this phone."), "이 전화에 등록된 상담원이 없습니다."),
    /** Too many wrong PINs of an agent. */
    AGENT_LOCKED(sentence("This agent is locked after wrong passwords. Please try again later."), "비밀번호가 여러 번 틀려 잠겼습니다. 나중에 다시 시도해 주십시오."),
    /** What was dialled cannot be done in the agent's present state. */
    AGENT_NOT_NOW(sentence("This cannot be done now."), "지금은 할 수 없습니다."),
    /** A supervisor may not do that with this agent. */
    SUPERVISION_REFUSED(sentence("You may not do this with this agent."), "이 상담원에 대한 권한이 없습니다."),
    /** The agent talks with nobody. */
    SUPERVISION_NO_TALK(sentence("This agent is not in a call."), "이 상담원은 통화 중이 아닙니다."),
    /** The digit 0. */
    DIGIT_0(asterisks("digits/0"), "공"),
    /** The digit 1. */
    DIGIT_1(asterisks("digits/1"), "일"),
    /** The digit 2. */
    DIGIT_2(asterisks("digits/2"), "이"),
    /** The digit 3. */
    DIGIT_3(asterisks("digits/3"), "삼"),
    /** The digit 4. */
    DIGIT_4(asterisks("digits/4"), "사"),
    /** The digit 5. */
    DIGIT_5(asterisks("digits/5"), "오"),
    /** The digit 6. */
    DIGIT_6(asterisks("digits/6"), "육"),
    /** The digit 7. */
    DIGIT_7(asterisks("digits/7"), "칠"),
    /** The digit 8. */
    DIGIT_8(asterisks("digits/8"), "팔"),
    /** The digit 9. */
    DIGIT_9(asterisks("digits/9"), "구"),
    /** Ten, in a Korean number; English numbers are put together otherwise. */
    TEN(asterisks("digits/10"), "십"),
    /** A hundred, in a Korean number. */
    HUNDRED(asterisks("digits/hundred"), "백"),
    /** To a waiting caller: next. */
    QUEUE_NEXT(asterisks("queue-youarenext"), "고객님의 전화를 다음 차례로 연결해 드리겠습니다. 잠시만 기다려 주십시오."),
    /** Before the number of a waiting caller's place. */
    QUEUE_PLACE_BEFORE(asterisks("queue-thereare"), "현재 고객님의 대기 순번은"),
    /** After the number of a waiting caller's place. */
    QUEUE_PLACE_AFTER(asterisks("queue-callswaiting"), "번입니다."),
    /** Before the minutes that a caller is likely to wait. */
    QUEUE_WAIT_BEFORE(asterisks("queue-holdtime"), "예상 대기 시간은 약"),
    /** After one minute. */
    QUEUE_WAIT_MINUTE(asterisks("queue-minute"), "분입니다."),
    /** After several minutes. */
    QUEUE_WAIT_MINUTES(asterisks("queue-minutes"), "분입니다."),
    /** Before the system hangs up. */
    GOODBYE(asterisks("vm-goodbye"), "감사합니다. 안녕히 계십시오.");

    /**
     * The word for a digit.
     *
     * @param digit {@code 0} to {@code 9}
     * @return the word
     * @throws IllegalArgumentException when it is none of these
     */
    public static SystemWord ofDigit(char digit) {
        return valueOf("DIGIT_" + digit);
    }

    private final English english;
    private final String korean;

    SystemWord(English english, String korean) {
        this.english = english;
        this.korean = korean;
    }

    /** How it is said in English: by recorded sounds, or by words when there are none. */
    private record English(List<String> recorded, String words) {
    }

    private static English asterisks(String... sounds) {
        return new English(List.of(sounds), "");
    }

    private static English sentence(String words) {
        return new English(List.of(), words);
    }

    /** Asterisk's own sounds that say this, one after the other; empty where it is spoken. */
    List<String> recorded(String language) {
        return language.equals("ko") ? List.of() : english.recorded();
    }

    /** What is spoken in a language; empty where Asterisk's own sounds say it. */
    String words(String language) {
        return language.equals("ko") ? korean : english.words();
    }

    /** Its name in small letters. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
