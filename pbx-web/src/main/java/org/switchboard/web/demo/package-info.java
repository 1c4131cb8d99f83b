/** What the first start makes: the operator's account, and on request a demo company. */
package org.switchboard.web.demo;
