/** The Spring Boot application: portal, REST API, security and live pages, with the call engine inside. */
package org.switchboard.web;
