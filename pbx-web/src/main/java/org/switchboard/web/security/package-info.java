/** Who may come in, and what they may do: sign-in, roles, the rules of every page's address, the scope of each request. */
package org.switchboard.web.security;
