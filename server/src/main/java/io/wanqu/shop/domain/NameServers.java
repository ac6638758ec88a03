package io.wanqu.shop.domain;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;

import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The name servers of the machine, asked with a short patience. */
@Component
class NameServers implements DomainRecords {

    private static final Logger log = LoggerFactory.getLogger(NameServers.class);

    @Override
    public List<String> texts(String name) {
        var settings = new Hashtable<String, String>();
        settings.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
        settings.put("com.sun.jndi.dns.timeout.initial", "1000");
        settings.put("com.sun.jndi.dns.timeout.retries", "2");
        try {
            var context = new InitialDirContext(settings);
            try {
                var found = context.getAttributes("dns:/" + name, new String[] {"TXT"}).get("TXT");
                var texts = new ArrayList<String>();
                for (var i = 0; found != null && i < found.size(); i++) {
                    texts.add(String.valueOf(found.get(i)).replace("\"", ""));
                }
                return texts;
            } finally {
                context.close();
            }
        } catch (NamingException e) {
            log.debug("no texts under {}", name, e);
            return List.of();
        }
    }
}
