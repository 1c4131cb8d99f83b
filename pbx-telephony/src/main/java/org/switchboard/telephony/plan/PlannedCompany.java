package org.switchboard.telephony.plan;

import java.util.UUID;

/**
 * What is set for a whole company.
 *
 * @param id            the company
 * @param language      of spoken words: {@code en} or {@code ko}
 * @param country       ISO 3166 alpha-2 code of the country whose numbers are dialled without a country code
 * @param outsidePrefix what is dialled before an outside number; empty where nothing is needed
 * @param callLimit     most calls at once; null for the system's own limit
 */
public record PlannedCompany(UUID id, String language, String country, String outsidePrefix, Integer callLimit) {
}
