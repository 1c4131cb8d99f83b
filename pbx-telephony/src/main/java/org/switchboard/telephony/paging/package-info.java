/** Lists that are read a page at a time, by key and never by offset. */
package org.switchboard.telephony.paging;
